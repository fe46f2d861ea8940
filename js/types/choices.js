// A list of radio buttons or check boxes, each with its option and, once judged, its note.
import { control, h, phrasing, setAttribute } from "../dom.js";
import { words } from "../words/activities.js";
import { createNote } from "./notes.js";

/** @typedef {import("../items.js").Option} Option */

/** The choices of one group; `name` is of this view alone, or two views of an item would share their buttons.
 * @param {{ kind: "radio" | "checkbox", name: string, options: Option[], onChange: () => void }} settings
 */
export function createChoices({ kind, name, options, onChange }) {
  const rows = options.map((option) => {
    const id = `${name}-${option.id}`;
    const note = createNote(`${id}-note`);
    const input = control("input", { type: kind, name, id, value: option.id, change: onChange });
    const label = h("label", { class: "cq-row", for: id }, input, h("span", { class: "cq-text" }, phrasing(option.html)));
    return { option, input, note, element: h("div", { class: "cq-option" }, label, note.element) };
  });

  return {
    element: h("div", { class: "cq-options" }, ...rows.map(({ element }) => element)),

    /** The ids of the options chosen, in the order shown. */
    read: () => rows.filter(({ input }) => input.checked).map(({ option }) => option.id),

    /** Chooses these options and no other.
     * @param {string[]} ids
     */
    show(ids) {
      for (const { option, input } of rows) input.checked = ids.includes(option.id);
    },

    /** Puts notes under the options chosen, or under all of them; takes them away when there is no key.
     * @param {string[] | null} right the ids of the key
     * @param {boolean} [all]
     */
    mark(right, all = false) {
      for (const { option, input, note, element } of rows) {
        const found = right && (all || input.checked) ? judge(option, input.checked, right) : null;
        note.show(found);
        setAttribute(element, "data-tone", found?.tone);
        setAttribute(input, "aria-describedby", found && note.element.id);
      }
    },

    focus: () => (rows.find(({ input }) => input.checked) ?? rows[0])?.input.focus(),
  };
}

/** @param {Option} option @param {boolean} isChosen @param {string[]} right @returns {import("./notes.js").Note} */
function judge(option, isChosen, right) {
  const isRight = right.includes(option.id);
  const html = option.rationale;
  if (isRight) return { tone: "right", label: isChosen ? words.markRight : words.markKey, html };
  return isChosen ? { tone: "wrong", label: words.markWrong, html } : { tone: "other", label: words.markOther, html };
}
