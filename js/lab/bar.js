// The line above a page: what is the matter, in words, and the one button that mends it.
import { h, setText } from "../dom.js";

/** @typedef {{ tone: "calm" | "warning", text: string, action?: string, onAction?: () => void }} Message */

/** @returns {{ node: HTMLElement, say: (message: Message | null) => void }} */
export function createBar() {
  const text = h("p", { class: "course-bar-text", role: "status" });
  const button = /** @type {HTMLButtonElement} */ (h("button", { type: "button", class: "course-button" }));
  const node = h("div", { class: "course-bar", hidden: true }, text, button);
  let act = () => {};
  button.addEventListener("click", () => act());

  return {
    node,
    say(message) {
      node.hidden = !message;
      setText(text, message?.text ?? "");
      node.dataset.tone = message?.tone ?? "calm";
      button.hidden = !message?.action;
      setText(button, message?.action ?? "");
      act = message?.onAction ?? (() => {});
    },
  };
}
