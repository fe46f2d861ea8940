// The note under an answer: what it was judged to be, and why.
import { h, rich, setIcon, setText } from "../dom.js";

/** @typedef {"right" | "wrong" | "other"} Tone */
/** @typedef {{ tone: Tone, label: string, html?: string }} Note */

/** A place for a note, empty at first; controls name it by its id in `aria-describedby`.
 * @param {string} id
 */
export function createNote(id) {
  const symbol = h("span", { class: "cq-symbol" });
  const label = h("span", {});
  const text = h("div", { class: "cq-note-text" });
  const element = h("div", { class: "cq-note", id, hidden: true }, h("p", { class: "cq-note-label" }, symbol, label), text);

  return {
    element,

    /** Shows a note, or none.
     * @param {Note | null} note
     */
    show(note) {
      element.hidden = note === null;
      element.dataset.tone = note?.tone ?? "";
      setText(label, note?.label ?? "");
      setIcon(symbol, note && note.tone !== "other" ? note.tone : null);
      text.replaceChildren(...(note?.html ? [rich(note.html)] : []));
    },
  };
}

/** An option with its rationale under it, for where the whole answer is laid out.
 * @param {"li" | "div"} tag
 * @param {import("../items.js").Option} option
 */
export function described(tag, { html, rationale }) {
  return h(tag, { class: "cq-described" }, h("div", { class: "cq-text" }, rich(html)), rich(rationale ?? ""));
}
