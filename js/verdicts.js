// What is said of a response as a whole, in words.
import { answerKey } from "./items.js";
import { score } from "./scoring.js";
import { words } from "./words/activities.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {import("./items.js").Answer} Answer */
/** @typedef {{ tone: import("./status.js").Tone, title: string, text: string }} Verdict */

/** The verdict on a response; `next` says what the learner may do about a wrong one.
 * @param {Item} item
 * @param {Answer} response
 * @param {string} [next]
 * @returns {Verdict}
 */
export function verdictOf(item, response, next = words.tryAgain[item.type]) {
  if (item.type === "short") return { tone: "shown", title: words.compared, text: words.comparedMore };
  if (score(answerKey(item), response) === 1) {
    return { tone: "right", title: words.right, text: item.type === "ordering" ? words.rightMoreOrder : words.rightMore };
  }
  const { right, text } = detail(item, response);
  const [tone, title] = right > 0 ? /** @type {const} */ (["partly", words.partly]) : /** @type {const} */ (["wrong", words.notYet]);
  return { tone, title, text: `${text} ${next}`.trim() };
}

/** How many parts of a response are right, and the words for it.
 * @param {Item} item
 * @param {Answer} response
 */
function detail(item, response) {
  const [key, given] = /** @type {[any, any]} */ ([item.key, response]);
  switch (item.type) {
    case "multiple": {
      const right = given.filter((/** @type {string} */ id) => key.includes(id)).length;
      return { right, text: words.someRight(right, given.length) };
    }
    case "true-false-reason": {
      const isRight = given[0] === key[0];
      return { right: Number(isRight), text: isRight ? words.reasonWrong : words.answerWrong };
    }
    case "matching": {
      const prompts = Object.keys(key);
      const right = prompts.filter((id) => given[id] === key[id]).length;
      return { right, text: words.matchedRight(right, prompts.length) };
    }
    case "ordering": {
      const right = key.filter((/** @type {string} */ id, /** @type {number} */ place) => given[place] === id).length;
      return { right, text: words.inPlace(right, key.length) };
    }
    default:
      return { right: 0, text: "" };
  }
}
