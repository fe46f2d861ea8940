// The entry of the quiz widget: one item, its answer, and how saving stands.
import { createCheck } from "./check.js";
import { h, rich, setText } from "./dom.js";
import { answerKey, same } from "./items.js";
import { createPractice } from "./practice.js";
import { createSaver, pageMemory } from "./saving.js";
import { isBlank, isWellFormed } from "./scoring.js";
import { createStatus } from "./status.js";
import { faces } from "./types/index.js";
import { words } from "./words.js";

/** @typedef {import("./saving.js").Saved} Saved */
/**
 * @typedef {object} Model the part of anywidget's model that is used here
 * @property {(trait: string) => any} get
 * @property {(event: string, listener: (...values: any[]) => void) => void} on
 * @property {(message: object) => void} send
 * @property {boolean} [comm_live]
 * @property {any} [widget_manager]
 */

const DOUBLE_CLICK = 600; // ms

/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  const item = /** @type {import("./items.js").Item} */ (model.get("item"));
  const mode = /** @type {"practice" | "check"} */ (model.get("mode"));
  const page = pageMemory();
  const name = `course-quiz-${++page.views}`; // two views of an item must not share names or ids
  const saved = fitting(model.get("saved"));

  const status = createStatus({ idle: idleWords(), onResend: () => saver.retry() });
  const saver = createSaver({
    page,
    key: `${model.get("store")}\n${item.id}`,
    send: (message) => model.send(message),
    isLive: () => isLive(model, el),
    onStatus: status.saving,
  });
  const face = faces[item.type](item, { name, stemId: `${name}-stem`, onChange: changed, say: status.say });
  const actions = h("div", { class: "cq-actions" });
  const foot = h("div", { class: "cq-foot" }, actions, ...status.elements);
  const createFlow = mode === "practice" ? createPractice : createCheck;
  const flow = createFlow({ item, face, status, saver, settleView });
  actions.append(...flow.actions);

  const hint = h("p", { class: "cq-hint", id: `${name}-hint` });
  const root = h(
    "div",
    // Focus goes to the root when its plain parts are clicked: on the cell, the next key would be a command.
    { class: "course-quiz", tabindex: -1, "data-lm-suppress-shortcuts": "true", keydown: keepKeys, focusout: () => saver.flush() },
    h(
      "div",
      { class: "cq-card", "data-type": item.type, "data-mode": mode },
      h(
        "fieldset",
        { class: "cq-question", "aria-labelledby": `${name}-heading ${name}-stem`, "aria-describedby": hint.id },
        h("legend", { class: "cq-heading", id: `${name}-heading` }, model.get("heading")),
        h("div", { class: "cq-stem", id: `${name}-stem` }, rich(item.stem)),
        hint,
        ...face.parts,
      ),
      foot,
    ),
  );

  // A verdict makes room for notes and moves what stands below them. The second click of a double click would
  // land on another option, and change the answer.
  let settledAt = -Infinity;
  root.addEventListener("click", swallowSecondClick, { capture: true });

  function settleView() {
    settledAt = performance.now();
    // With the next frame, which lays the page out anyway: doing so now would hold the verdict back.
    requestAnimationFrame(() => foot.scrollIntoView({ block: "nearest" }));
  }

  /** @param {MouseEvent} event */
  function swallowSecondClick(event) {
    if (event.detail < 2 || performance.now() - settledAt > DOUBLE_CLICK) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What stands in the place of "Saved at …" before there is anything to say. */
  function idleWords() {
    if (model.get("saved") && !saved) return words.changed;
    return mode === "check" ? words.notAnswered : "";
  }

  /** A confirmed line, when it still fits the item; an item may have been mended since.
   * @param {Saved | null} line
   */
  function fitting(line) {
    return line && isWellFormed(answerKey(item), line.response) ? line : null;
  }

  function changed() {
    flow.changed();
    setText(hint, face.hint(mode));
  }

  /** @param {import("./practice.js").Tried} tried */
  function restore(tried) {
    if (mode === "check" || !isBlank(tried.response)) flow.restore(tried);
    setText(hint, face.hint(mode));
  }

  function follow() {
    const line = fitting(model.get("saved"));
    if (!line || saver.isBusy() || saver.isOwn(line)) return;
    if (!same(line.response, face.read()) || mode === "practice") restore(line);
    saver.accept(line);
  }

  const pending = saver.resume(saved);
  if (saved) restore(saved);
  if (pending) restore(pending);
  else if (saved) saver.accept(saved);
  setText(hint, face.hint(mode));

  model.on("msg:custom", saver.hear);
  model.on("change:saved", follow);
  model.on("comm_live_update", saver.liveness);
  model.on("comm:close", saver.liveness);
  const leaving = () => saver.flush();
  window.addEventListener("pagehide", leaving);
  el.append(root);

  return () => {
    window.removeEventListener("pagehide", leaving);
    saver.stop();
  };
}

/** Keeps keys inside the widget: JupyterLab listens on the document, where "d d" deletes the cell.
 * @param {KeyboardEvent} event
 */
function keepKeys(event) {
  event.stopPropagation();
  // Answers save themselves; without this the browser would offer to save the page as a file.
  if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) event.preventDefault();
}

/** Whether messages still reach Python, as far as the page can know.
 * @param {Model} model
 * @param {HTMLElement} el
 */
function isLive(model, el) {
  const kernel = model.widget_manager?.kernel;
  const isGone = kernel === null || kernel?.isDisposed || kernel?.status === "dead" || kernel?.status === "terminating";
  // anywidget hands out no `comm_live`; ipywidgets marks the element instead.
  return !isGone && model.comm_live !== false && !el.classList.contains("jupyter-widgets-disconnected");
}

export default { render };
