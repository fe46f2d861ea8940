// The item types by their code word, and what each of them must offer.
import { matching } from "./matching.js";
import { multiple } from "./multiple.js";
import { ordering } from "./ordering.js";
import { short } from "./short.js";
import { single } from "./single.js";
import { trueFalseReason } from "./true_false_reason.js";

/** @typedef {import("../items.js").Item} Item */
/** @typedef {import("../items.js").Answer} Answer */
/**
 * @typedef {object} Face what a learner sees and handles of an item
 * @property {HTMLElement[]} parts
 * @property {() => Answer} read the response on screen
 * @property {(response: Answer) => void} show puts a well-formed response on screen; calls nobody
 * @property {(judged: { all: boolean } | null) => void} mark
 *   puts notes on the response on screen (`all`: on everything, with the right answer), or takes them away
 * @property {(mode: "practice" | "check") => string} hint what to do, or what is still to do
 * @property {() => void} focus
 * @property {() => void} [settle] makes an untouched order an answer
 * @property {boolean} [isTyped] whether answers come key by key
 */
/**
 * @typedef {object} Frame what a type may use of the view around it
 * @property {string} name unique in the page, and legal in ids
 * @property {string} stemId
 * @property {() => void} onChange
 * @property {(said: string | (Node | string)[]) => void} say speaks to screen readers only
 */

/** @type {Record<import("../items.js").Type, (item: Item, frame: Frame) => Face>} */
export const faces = {
  single,
  scenario: single,
  multiple,
  "true-false-reason": trueFalseReason,
  matching,
  ordering,
  short,
};
