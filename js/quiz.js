// The entry of the quiz widget: one item, its answer, and how saving stands.
import { createCheck } from "./check.js";
import { h, rich, setText } from "./dom.js";
import { answerKey, same } from "./items.js";
import { createPractice } from "./practice.js";
import { createSaver, pageMemory } from "./saving.js";
import { isBlank, isWellFormed } from "./scoring.js";
import { createStatus } from "./status.js";
import { faces } from "./types/index.js";
import { connect, guardAgainstDoubleClicks, isLive, rootAttributes } from "./view.js";
import { speak, words } from "./words/activities.js";

/** @typedef {import("./saving.js").Saved} Saved */
/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: import("./view.js").Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  speak(model);
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
  const createFlow = mode === "practice" ? createPractice : createCheck;
  const flow = createFlow({ name, item, face, status, saver, settleView });
  actions.append(...flow.actions);
  const foot = h("div", { class: "cq-foot" }, ...(flow.aside ? [flow.aside] : []), actions, ...status.elements);

  const hint = h("p", { class: "cq-hint", id: `${name}-hint` });
  const root = h(
    "div",
    rootAttributes("quiz", () => saver.flush()),
    h(
      "div",
      { class: "cq-card", "data-type": item.type, "data-mode": mode },
      h(
        "fieldset",
        { class: "cq-question", "aria-labelledby": `${name}-heading ${name}-stem`, "aria-describedby": hint.id },
        h("legend", { class: "cq-heading", id: `${name}-heading` }, headingWords()),
        h("div", { class: "cq-stem", id: `${name}-stem` }, rich(item.stem)),
        hint,
        ...face.parts,
      ),
      foot,
    ),
  );

  // A verdict makes room for notes and moves what stands below them. The second click of a double click would
  // land on another option, and change the answer.
  const settled = guardAgainstDoubleClicks(root);

  function settleView() {
    settled();
    // With the next frame, which lays the page out anyway: doing so now would hold the verdict back.
    requestAnimationFrame(() => foot.scrollIntoView({ block: "nearest" }));
  }

  function headingWords() {
    return mode === "check" ? words.question(model.get("number"), model.get("of")) : words.practiceQuestion;
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

  el.append(root);
  return connect(model, saver, follow);
}

export default { render };
