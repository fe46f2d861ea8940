// Knowledge check: each change is saved at once, and nothing is judged here.
import { control, setAttribute } from "./dom.js";
import { blank, same } from "./items.js";
import { words } from "./words/activities.js";

/** @param {import("./practice.js").View} view @returns {import("./practice.js").Flow} */
export function createCheck({ item, face, saver }) {
  const keepButton = control("button", { class: "cq-button", click: keep }, words.keepOrder);
  let last = blank(item); // the answer given last, saved or under way
  let attempt = 1;

  /** @param {(response: any, attempt: number) => void} send */
  function give(send) {
    const response = face.read();
    if (!same(response, last)) send(response, attempt);
    last = response;
    update();
  }

  function keep() {
    face.settle?.();
    give(saver.respond);
    saver.retry();
  }

  function update() {
    setAttribute(keepButton, "aria-disabled", !same(last, blank(item)) && "true");
  }

  return {
    actions: face.settle ? [keepButton] : [],
    changed: () => give(face.isTyped ? saver.respondSoon : saver.respond),
    restore(tried) {
      attempt = tried.attempt;
      last = tried.response;
      face.show(last);
      update();
    },
  };
}
