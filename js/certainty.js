// How sure the learner is of a practice answer, told or not as they like, and the mark that it brings.
// The marks are those of course/certainty.py: the same table of cases.
import { control, h } from "./dom.js";
import { signed, words } from "./words/activities.js";

/** @typedef {"guess" | "fairly-sure" | "sure"} Certainty */

/** @type {Record<Certainty, { right: number, wrong: number }>} */
const MARKS = { guess: { right: 1, wrong: 0 }, "fairly-sure": { right: 2, wrong: -2 }, sure: { right: 3, wrong: -6 } };
const CERTAINTIES = /** @type {Certainty[]} */ (Object.keys(MARKS));

/** The mark of an answer, -6 to 3: a partly right one earns its share of the mark for a right one.
 * @param {Certainty} certainty
 * @param {number} score of the answer, 0 to 1
 */
export function markOf(certainty, score) {
  const { right, wrong } = MARKS[certainty];
  return score > 0 ? right * score : wrong;
}

/** What the mark was and what it tells, in words.
 * @param {Certainty} certainty
 * @param {number} score
 */
export function certaintyWords(certainty, score) {
  const outcome = score === 1 ? "right" : score > 0 ? "partly" : "wrong";
  return words.certaintySaid[certainty][outcome](signed(markOf(certainty, score)));
}

/** The choice itself: a group of radio buttons that need not be used, and can be taken back.
 * @param {string} name of this view alone
 */
export function createCertainty(name) {
  const inputs = CERTAINTIES.map((certainty) =>
    control("input", { type: "radio", name: `${name}-certainty`, id: `${name}-${certainty}`, value: certainty, change: update }),
  );
  const clear = control("button", { class: "cq-clear", hidden: true, click: takeBack }, words.certaintyClear);
  const hint = h("p", { class: "cq-certainty-hint", id: `${name}-certainty-hint` }, words.certaintyHint);
  const levels = inputs.map((input, n) => {
    const { right, wrong } = MARKS[CERTAINTIES[n]];
    const marks = h("span", { class: "cq-marks" }, words.certaintyMarks(signed(right), signed(wrong)));
    const text = h("span", { class: "cq-text" }, h("span", {}, words.certaintyLevels[CERTAINTIES[n]]), " ", marks);
    return h("label", { class: "cq-level", for: input.id }, input, text);
  });
  const legend = h("legend", { class: "cq-ask" }, words.certaintyAsk);
  const row = h("div", { class: "cq-levels" }, ...levels);
  const element = h("fieldset", { class: "cq-certainty", "aria-describedby": hint.id }, legend, hint, h("div", { class: "cq-say" }, row, clear));

  function update() {
    clear.hidden = read() === null;
  }

  function takeBack() {
    for (const input of inputs) input.checked = false;
    update();
    inputs[0].focus();
  }

  /** @returns {Certainty | null} */
  function read() {
    return /** @type {Certainty | undefined} */ (inputs.find(({ checked }) => checked)?.value) ?? null;
  }

  return { element, read };
}
