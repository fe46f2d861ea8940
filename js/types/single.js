// Single choice and scenario: one option of a few.
import { words } from "../words/activities.js";
import { createChoices } from "./choices.js";

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function single(item, { name, onChange }) {
  const choices = createChoices({ kind: "radio", name, options: item.options ?? [], onChange });
  return {
    parts: [choices.element],
    read: choices.read,
    show: (response) => choices.show(/** @type {string[]} */ (response)),
    mark: (judged) => choices.mark(judged && /** @type {string[]} */ (item.key), judged?.all),
    hint: () => words.chooseOne,
    focus: choices.focus,
  };
}
