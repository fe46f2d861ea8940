// A role-play's story, and where a learner's steps lead in it. The same rules as course/trails.py, over one table of
// cases.

/**
 * @typedef {{ id: string, name: string, helps: string, neutral: string, hinders: string }} Dimension
 * @typedef {{ id: string, text: string, marks: Record<string, number>, effect: string, to: string, required_safe?: boolean }} Choice
 * @typedef {{ speaker?: string, says: string, red_flag?: boolean, choices: Choice[] }} Node
 * @typedef {{ title: string, outcome: "safe" | "mixed" | "unsafe", text: string }} Ending
 * @typedef {{ id: string, title: string, minutes: number, intro: string, support: string, start: string,
 *   dimensions: Dimension[], nodes: Record<string, Node>, endings: Record<string, Ending> }} Story
 * @typedef {{ step: string, node: Node, choice: Choice }} Turn a choice that was made, at its node
 */

/** The turns of a learner's steps, each `node/choice`, as far as they fit the story, and where they lead.
 * @param {Story} story
 * @param {string[]} steps
 * @returns {{ turns: Turn[], place: string, isWhole: boolean }} `place` is a node or an ending
 */
export function follow(story, steps) {
  const turns = [];
  let place = story.start;
  for (const step of steps) {
    const node = own(story.nodes, place);
    const choice = node?.choices.find(({ id }) => step === `${place}/${id}`);
    if (!node || !choice) break;
    turns.push({ step, node, choice });
    place = choice.to;
  }
  return { turns, place, isWhole: turns.length === steps.length };
}

/** How often the choices helped and hindered in one dimension.
 * @param {Turn[]} turns
 * @param {string} dimension
 */
export function tally(turns, dimension) {
  const marks = turns.map(({ choice }) => choice.marks[dimension] ?? 0);
  const count = (/** @type {number} */ mark) => marks.filter((one) => one === mark).length;
  return { marks, helped: count(1), hindered: count(-1) };
}

/** The steps before a red flag was passed by without a safe act, or null where none was.
 * @param {Turn[]} turns
 */
export function beforeDanger(turns) {
  const last = turns.findLastIndex(({ node, choice }) => node.red_flag && !choice.required_safe);
  return last < 0 ? null : turns.slice(0, last).map(({ step }) => step);
}

/** @template T @param {Record<string, T>} record @param {string} key @returns {T | undefined} */
function own(record, key) {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
