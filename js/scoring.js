// The score of a response: pure, and the same table of cases as course/scoring.py.
// A score is a share of the points, 0 to 1. A blank response is 0, and so is a malformed one.

/** @typedef {import("./items.js").Answer} Answer */
/**
 * @typedef {object} AnswerKey
 * @property {string} type
 * @property {Answer | null} key the right response
 * @property {string[]} [options]
 * @property {string[]} [prompts]
 * @property {string[]} [reasons]
 */

/** The share of the points that a response earns, 0 to 1; null for a short answer, which a person judges.
 * @param {AnswerKey} item
 * @param {unknown} response
 * @returns {number | null}
 */
export function score(item, response) {
  if (item.type === "short") return null;
  if (isBlank(response) || !isWellFormed(item, response)) return 0;
  return RULES[item.type](/** @type {any} */ (item.key), /** @type {any} */ (response));
}

/** Whether nothing was answered.
 * @param {unknown} response
 */
export function isBlank(response) {
  if (response === null || response === undefined) return true;
  if (typeof response === "string") return !response.trim();
  return typeof response === "object" && Object.keys(response).length === 0;
}

/** Whether a response has the shape of its item's type and names only ids that the item has.
 *
 * A partial response (two of four prompts matched, the first tier alone) is well formed.
 * @param {AnswerKey} item
 * @param {unknown} response
 */
export function isWellFormed(item, response) {
  const { type, options = [], prompts = [], reasons = [] } = item;
  if (type === "short") return typeof response === "string";
  if (type === "matching") {
    return isPlainObject(response)
      && Object.entries(response).every(([prompt, option]) => prompts.includes(prompt) && options.includes(option));
  }
  if (!Array.isArray(response)) return false;
  if (type === "true-false-reason") {
    return response.length <= 2 && distinct(response.slice(0, 1), options) && distinct(response.slice(1), reasons);
  }
  if (!distinct(response, options)) return false;
  if (type === "ordering") return response.length === 0 || response.length === options.length;
  return type === "multiple" || response.length <= 1;
}

/** @type {Record<string, (right: any, response: any) => number>} */
const RULES = {
  single: allOrNothing,
  scenario: allOrNothing,
  multiple: rightMinusWrong,
  "true-false-reason": twoTiers,
  matching: matchedShare,
  ordering: neighboursInOrder,
};

/** @param {string[]} right @param {string[]} response */
function allOrNothing(right, response) {
  return response[0] === right[0] ? 1 : 0;
}

/** @param {string[]} right @param {string[]} response */
function rightMinusWrong(right, response) {
  const hits = response.filter((id) => right.includes(id)).length;
  return Math.max(0, (hits - (response.length - hits)) / right.length);
}

/** @param {string[]} right @param {string[]} response */
function twoTiers(right, response) {
  if (response[0] !== right[0]) return 0;
  return response[1] === right[1] ? 1 : 0.5;
}

/** @param {Record<string, string>} right @param {Record<string, string>} response */
function matchedShare(right, response) {
  const pairs = Object.entries(right);
  return pairs.filter(([prompt, option]) => response[prompt] === option).length / pairs.length;
}

/** Of the pairs that are neighbours in the key, the share that the response has in the same order.
 * @param {string[]} right
 * @param {string[]} response
 */
function neighboursInOrder(right, response) {
  const pairs = right.slice(1).map((step, n) => [right[n], step]);
  const kept = pairs.filter(([first, second]) => response.indexOf(first) < response.indexOf(second));
  return kept.length / pairs.length;
}

/** @param {unknown[]} ids @param {string[]} known */
function distinct(ids, known) {
  return ids.every((id) => known.includes(/** @type {string} */ (id))) && new Set(ids).size === ids.length;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isPlainObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
