// Which sections of a lesson were read to their end, for the learner's progress. Nothing else is noted.

const LOOKED_AT = 1000; // ms that a section's end must stay in sight: whoever scrolls past has not read it
const SECTION = "reading-"; // begins the id of such a cell (course/build/lessons.py)

/** Calls `onRead` once for each section of the reading whose end has been in sight for a while.
 * @param {import("./lab.js").Content} content
 * @param {{ isShown: () => boolean, onRead: (cell: string) => void }} given
 * @returns {() => void} ends it
 */
export function followReading(content, { isShown, onRead }) {
  /** @type {Map<string, number>} */
  const since = new Map();
  /** @type {Set<string>} */
  const read = new Set();

  function look() {
    if (!isShown() || document.hidden) return since.clear();
    const view = content.outerNode.getBoundingClientRect();
    for (const { node, model } of content.widgets) {
      if (!model.id.startsWith(SECTION) || read.has(model.id)) continue;
      if (!endsIn(node, view)) since.delete(model.id);
      else if (!since.has(model.id)) since.set(model.id, performance.now());
      else if (performance.now() - (since.get(model.id) ?? 0) >= LOOKED_AT) {
        read.add(model.id);
        onRead(model.id);
      }
    }
  }

  const timer = setInterval(look, LOOKED_AT / 2);
  return () => clearInterval(timer);
}

/** @param {HTMLElement} node @param {DOMRect} view */
function endsIn(node, view) {
  const { bottom, height } = node.getBoundingClientRect();
  return height > 0 && bottom > view.top && bottom <= view.bottom + 1;
}
