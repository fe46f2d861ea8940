// What every activity's view needs of the page around it: keys kept in, second clicks kept off, a way to Python.
import { chosen } from "./words/language.js";

/**
 * @typedef {object} Model the part of anywidget's model that is used here
 * @property {(trait: string) => any} get
 * @property {(event: string, listener: (...values: any[]) => void) => void} on
 * @property {(message: object) => void} send
 * @property {boolean} [comm_live]
 * @property {any} [widget_manager]
 */

const DOUBLE_CLICK = 600; // ms

/** The attributes of an activity's root element.
 * @param {string} kind
 * @param {() => void} flush sends what still waits to be sent
 */
export function rootAttributes(kind, flush) {
  return {
    class: `course-activity course-${kind}`,
    lang: chosen(),
    // Focus goes to the root when its plain parts are clicked: on the cell, the next key would be a command.
    tabindex: -1,
    "data-lm-suppress-shortcuts": "true",
    keydown: keepKeys,
    focusout: flush,
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

/** Swallows the second click of a double click: what the first one brought may have moved another control under it.
 * @param {HTMLElement} root
 * @returns {() => void} to be called when something has moved
 */
export function guardAgainstDoubleClicks(root) {
  let settledAt = -Infinity;
  root.addEventListener(
    "click",
    (event) => {
      if (event.detail < 2 || performance.now() - settledAt > DOUBLE_CLICK) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  return () => void (settledAt = performance.now());
}

/** Joins a view to its model and to the page; what comes back ends the view.
 * @param {Model} model
 * @param {ReturnType<typeof import("./saving.js").createSaver>} saver
 * @param {() => void} follow takes in an answer that was confirmed elsewhere
 */
export function connect(model, saver, follow) {
  model.on("msg:custom", saver.hear);
  model.on("change:saved", follow);
  model.on("comm_live_update", saver.liveness);
  model.on("comm:close", saver.liveness);
  const leaving = () => saver.flush();
  window.addEventListener("pagehide", leaving);
  return () => {
    window.removeEventListener("pagehide", leaving);
    saver.stop();
  };
}

/** Whether messages still reach Python, as far as the page can know.
 * @param {Model} model
 * @param {HTMLElement} el
 */
export function isLive(model, el) {
  const kernel = model.widget_manager?.kernel;
  const isGone = kernel === null || kernel?.isDisposed || kernel?.status === "dead" || kernel?.status === "terminating";
  // anywidget hands out no `comm_live`; ipywidgets marks the element instead.
  return !isGone && model.comm_live !== false && !el.classList.contains("jupyter-widgets-disconnected");
}
