// Ordering: steps that move by buttons or by dragging.
import { around, control, h, icon, phrasing, plain, setAttribute } from "../dom.js";
import { words } from "../words/activities.js";
import { makeDraggable } from "./dragging.js";
import { createNote, described } from "./notes.js";

/** @typedef {import("../items.js").Option} Option */

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function ordering(item, { name, onChange, say }) {
  const options = item.options ?? [];
  const key = /** @type {string[]} */ (item.key ?? []);
  const steps = new Map(options.map((option) => [option.id, createStep(option, name)]));
  const initial = options.map(({ id }) => id);
  const list = h("ol", { class: "cq-steps", role: "list" }, ...[...steps.values()].map(({ element }) => element));
  const solution = h("div", { class: "cq-panel", hidden: true });
  let isAnswered = false;

  const order = () => [...list.children].map((child) => /** @type {HTMLElement} */ (child).dataset.id ?? "");
  const step = (/** @type {string} */ id) => /** @type {ReturnType<typeof createStep>} */ (steps.get(id));

  list.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    const id = button?.closest("li")?.dataset.id;
    if (button && id) move(id, button.dataset.way === "up" ? -1 : 1);
  });
  makeDraggable(list, (element) => settleAt(element.dataset.id ?? ""));
  refresh();

  /** @param {string} id @param {-1 | 1} by */
  function move(id, by) {
    const { element, text } = step(id);
    const neighbour = by < 0 ? element.previousElementSibling : element.nextElementSibling;
    if (!neighbour) return say(around(by < 0 ? words.isFirst : words.isLast, text));
    // The neighbour is what moves in the document: an element that moves loses its focus.
    if (by < 0) element.after(neighbour);
    else element.before(neighbour);
    settleAt(id);
  }

  /** @param {string} id */
  function settleAt(id) {
    isAnswered = true;
    mark(null);
    refresh();
    say(around((text) => words.moved(text, order().indexOf(id) + 1, steps.size), step(id).text));
    onChange();
  }

  /** The buttons at the ends stay where they are, so that focus does, and say that they do nothing. */
  function refresh() {
    order().forEach((id, place, ids) => {
      setAttribute(step(id).up, "aria-disabled", place === 0 && "true");
      setAttribute(step(id).down, "aria-disabled", place === ids.length - 1 && "true");
    });
  }

  /** @param {{ all: boolean } | null} judged */
  function mark(judged) {
    const isSolved = order().every((id, place) => id === key[place]);
    order().forEach((id, place) => step(id).mark(judged && judge(id, id === key[place])));
    solution.hidden = !judged?.all || isSolved;
    if (judged?.all) showSolution();
  }

  /** A step in place tells why; the reason of another would tell where it goes.
   * @param {string} id @param {boolean} isInPlace @returns {import("./notes.js").Note}
   */
  function judge(id, isInPlace) {
    if (isInPlace) return { tone: "right", label: words.markInPlace, html: step(id).option.rationale };
    return { tone: "wrong", label: words.markOutOfPlace };
  }

  function showSolution() {
    const items = key.map((id) => described("li", step(id).option));
    solution.replaceChildren(h("p", { class: "cq-panel-title" }, words.rightOrder), h("ol", {}, ...items));
  }

  return {
    parts: [list, solution],
    read: () => (isAnswered ? order() : []),
    show(response) {
      const ids = /** @type {string[]} */ (response);
      isAnswered = ids.length > 0;
      arrange(list, (isAnswered ? ids : initial).map((id) => step(id).element));
      refresh();
    },
    mark,
    hint: (mode) => (isAnswered || mode === "practice" ? words.order : `${words.order} ${words.orderAsItStands}`),
    focus: () => step(order()[0]).down.focus(),
    settle: () => void (isAnswered = true),
  };
}

/** @param {Option} option @param {string} name */
function createStep(option, name) {
  const text = plain(option.html);
  const note = createNote(`${name}-${option.id}-note`);
  const up = control("button", { class: "cq-move", "data-way": "up", "aria-label": words.moveUp(text) }, icon("up"));
  const down = control("button", { class: "cq-move", "data-way": "down", "aria-label": words.moveDown(text) }, icon("down"));
  const element = h(
    "li",
    { class: "cq-step", "data-id": option.id },
    h(
      "div",
      { class: "cq-step-row" },
      h("span", { class: "cq-grip", "aria-hidden": "true" }, icon("grip")),
      h("span", { class: "cq-text" }, phrasing(option.html)),
      h("span", { class: "cq-moves" }, up, down),
    ),
    note.element,
  );
  return {
    option,
    text,
    element,
    up,
    down,
    /** @param {import("./notes.js").Note | null} found */
    mark(found) {
      note.show(found);
      setAttribute(element, "data-tone", found?.tone);
      for (const button of [up, down]) setAttribute(button, "aria-describedby", found && note.element.id);
    },
  };
}

/** Brings a list's elements into an order, leaving alone those that stand right.
 * @param {Element} list @param {Element[]} elements
 */
function arrange(list, elements) {
  const focused = /** @type {HTMLElement | null} */ (list.contains(document.activeElement) ? document.activeElement : null);
  elements.forEach((element, place) => {
    if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
  });
  focused?.focus();
}
