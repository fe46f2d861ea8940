// Multiple choice: several options, their number stated.
import { words } from "../words/activities.js";
import { createChoices } from "./choices.js";

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function multiple(item, { name, onChange, say }) {
  const { choose } = item;
  const hint = () => (choose ? words.chooseSome(choose, choices.read().length) : words.chooseAll);
  const choices = createChoices({
    kind: "checkbox",
    name,
    options: item.options ?? [],
    onChange() {
      say(hint());
      onChange();
    },
  });
  return {
    parts: [choices.element],
    read: choices.read,
    show: (response) => choices.show(/** @type {string[]} */ (response)),
    mark: (judged) => choices.mark(judged && /** @type {string[]} */ (item.key), judged?.all),
    hint,
    focus: choices.focus,
  };
}
