// The choice of the interface's language: a button for each, named in that language.
import { h } from "../../dom.js";
import { chosen, NAMES } from "../../words/language.js";
import { text } from "../../words/pages.js";

/** @param {(language: string) => void} onChoose */
export function createChooser(onChoose) {
  const buttons = Object.entries(NAMES).map(([language, name]) =>
    h("button", { type: "button", class: "course-button", lang: language, "data-language": language, click: () => onChoose(language) }, name),
  );
  const element = h("div", { class: "course-language", role: "group" }, ...buttons);

  return {
    element,
    /** Shows which language is on, in that language. */
    label() {
      element.setAttribute("aria-label", text.language);
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === chosen()));
    },
  };
}
