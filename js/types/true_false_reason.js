// True or false with a reason: two groups of choices, in either order.
import { h } from "../dom.js";
import { words } from "../words/activities.js";
import { createChoices } from "./choices.js";

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function trueFalseReason(item, { name, onChange }) {
  const answer = createChoices({ kind: "radio", name: `${name}-answer`, options: item.options ?? [], onChange });
  const reason = createChoices({ kind: "radio", name: `${name}-reason`, options: item.reasons ?? [], onChange });
  const [rightAnswer, rightReason] = /** @type {string[]} */ (item.key ?? []);
  answer.element.classList.add("cq-pair");

  return {
    parts: [tier(words.answerLegend, answer.element), tier(words.reasonLegend, reason.element)],
    // A reason alone is no response: it is read, and saved, once there is an answer for it to explain.
    read: () => (answer.read().length ? [...answer.read(), ...reason.read()] : []),
    show(response) {
      const [first, second] = /** @type {string[]} */ (response);
      answer.show(first ? [first] : []);
      reason.show(second ? [second] : []);
    },
    mark(judged) {
      answer.mark(judged && [rightAnswer], judged?.all);
      reason.mark(judged && [rightReason], judged?.all);
    },
    hint() {
      if (answer.read().length && !reason.read().length) return words.reasonMissing;
      if (reason.read().length && !answer.read().length) return words.answerMissing;
      return words.chooseBoth;
    },
    focus: answer.focus,
  };
}

/** @param {string} legend @param {HTMLElement} content */
function tier(legend, content) {
  return h("fieldset", { class: "cq-tier" }, h("legend", {}, legend), content);
}
