// The foot of a quiz: its verdict, what has been saved, and what only a screen reader needs to hear.
import { control, h, setContent, setIcon, setText } from "./dom.js";
import { savedWhen, words } from "./words/activities.js";

/** @typedef {import("./saving.js").Status} Status */
/** @typedef {"right" | "partly" | "wrong" | "shown" | "note"} Tone */

/** @type {Record<Tone, "right" | "wrong" | "alert" | null>} */
const SYMBOLS = { right: "right", partly: "alert", wrong: "wrong", note: "alert", shown: null };

/** The one live region of a view, and the button that sends an unsaved answer again.
 * @param {{ idle: string, onResend: () => void }} options `idle` is what stands there while nothing is saved
 */
export function createStatus({ idle, onResend }) {
  const title = h("strong", { class: "cq-verdict-title" });
  const text = h("span", { class: "cq-verdict-text" });
  const symbol = h("span", { class: "cq-symbol" });
  const more = h("span", { class: "cq-line" });
  const verdict = h("p", { class: "cq-verdict", hidden: true }, symbol, h("span", {}, title, " ", text, more));
  const said = h("p", { class: "cq-said" });
  const saveSymbol = h("span", { class: "cq-symbol" });
  const outcome = h("span", {}, idle);
  const underWay = h("span", { "aria-hidden": "true" }); // seen, not heard: there is nothing to know yet
  // Focus moves here when the Try again button goes away; on the page itself JupyterLab's shortcuts would wake.
  const save = h("p", { class: "cq-save", "data-phase": "idle", tabindex: -1, "data-lm-suppress-shortcuts": "true" }, saveSymbol, outcome, underWay);
  const resend = control("button", { class: "cq-button cq-resend", hidden: true, click: onResend }, words.resend);
  // Not atomic: "Saved at …" must not bring the whole verdict with it again.
  const region = h("div", { class: "cq-live", role: "status", "aria-atomic": "false" }, verdict, said, save);

  return {
    elements: [region, resend],

    /** Shows a verdict, or none; `more` goes on a line of its own.
     * @param {{ tone: Tone, title: string, text: string, more?: string } | null} next
     */
    verdict(next) {
      verdict.hidden = next === null;
      setText(title, next?.title ?? "");
      setText(text, next?.text ?? "");
      setText(more, next?.more ?? "");
      more.hidden = !next?.more;
      if (!next) return;
      verdict.dataset.tone = next.tone;
      setIcon(symbol, SYMBOLS[next.tone]);
    },

    /** Says something that is plain to see for those who see it.
     * @param {string | (Node | string)[]} words
     */
    say: (words) => setContent(said, words),

    /** Shows how saving stands.
     * @param {Status} status
     */
    saving(status) {
      const isUnsaved = status.phase === "unsaved";
      const hadFocus = document.activeElement === resend;
      save.dataset.phase = status.phase;
      setText(underWay, status.phase === "saving" ? words.saving : "");
      setText(outcome, outcomeWords(status, idle));
      setIcon(saveSymbol, status.phase === "saved" ? "right" : isUnsaved ? "alert" : null);
      if (status.phase === "saving" && hadFocus) return; // the button stays until the outcome is known
      resend.hidden = !isUnsaved;
      if (hadFocus && !isUnsaved) save.focus();
    },
  };
}

/** @param {Status} status @param {string} idle */
function outcomeWords(status, idle) {
  switch (status.phase) {
    case "idle":
      return idle;
    case "saving":
      return "";
    case "saved":
      return savedWhen(status.at);
    default:
      return status.why === "refused" ? words.refused(status.message || words.refusedSilently) : words[status.why];
  }
}
