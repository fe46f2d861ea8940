// The item as Python sends it, and what can be said of a response to it without knowing the key.

/**
 * @typedef {"single" | "scenario" | "multiple" | "true-false-reason" | "matching" | "ordering" | "short"} Type
 * @typedef {string[] | Record<string, string> | string} Answer
 *   what a learner chose or wrote, by id: see `blank` for the empty one of each type
 * @typedef {{ id: string, html: string, rationale?: string }} Option
 * @typedef {{ id: string, html: string }} Prompt
 */
/**
 * @typedef {object} Item
 * @property {string} id
 * @property {Type} type
 * @property {string} stem
 * @property {Option[]} [options] in the order to show them
 * @property {Option[]} [reasons]
 * @property {Prompt[]} [prompts]
 * @property {Answer | null} [key] practice only
 * @property {number | null} [choose] how many options of a multiple choice are right
 * @property {string | null} [model_answer] practice only
 * @property {string[] | null} [rubric] practice only
 */

/** The response that answers nothing, in the shape of the item's type.
 * @param {{ type: string }} item
 * @returns {Answer}
 */
export function blank(item) {
  if (item.type === "short") return "";
  return item.type === "matching" ? {} : [];
}

/** What scoring needs of an item: its type, the right response, and the ids that may be named.
 * @param {Item} item
 * @returns {import("./scoring.js").AnswerKey}
 */
export function answerKey(item) {
  const ids = (/** @type {{ id: string }[] | undefined} */ list) => (list ?? []).map(({ id }) => id);
  return {
    type: item.type,
    key: item.key ?? null,
    options: ids(item.options),
    prompts: ids(item.prompts),
    reasons: ids(item.reasons),
  };
}

/** How many parts of an item are answered, and of how many.
 * @param {Item} item
 * @param {Answer} response
 * @returns {{ done: number, of: number }}
 */
export function progress(item, response) {
  if (typeof response === "string") return { done: response.trim() ? 1 : 0, of: 1 };
  if (!Array.isArray(response)) return { done: Object.keys(response).length, of: item.prompts?.length ?? 0 };
  if (item.type === "multiple") return { done: response.length, of: item.choose ?? Math.max(1, response.length) };
  if (item.type === "true-false-reason") return { done: response.length, of: 2 };
  return { done: response.length ? 1 : 0, of: 1 };
}

/** Whether two responses say the same.
 * @param {Answer} one
 * @param {Answer} other
 */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

/** @param {Answer} response */
function canonical(response) {
  if (typeof response === "string" || Array.isArray(response)) return JSON.stringify(response);
  return JSON.stringify(Object.entries(response).sort());
}
