// Short answer: the learner's own words, in practice beside a model answer.
import { control, h, rich } from "../dom.js";
import { words } from "../words/activities.js";

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function short(item, { name, stemId, onChange }) {
  const area = control("textarea", { id: name, rows: 5, "aria-describedby": stemId, input: onChange });
  const model = h(
    "div",
    { class: "cq-panel", hidden: true },
    h("p", { class: "cq-panel-title" }, words.modelAnswer),
    h("div", { class: "cq-model" }, rich(item.model_answer ?? "")),
    h("p", { class: "cq-panel-title" }, words.rubric),
    h("ul", {}, ...(item.rubric ?? []).map((point) => h("li", {}, rich(point)))),
  );
  return {
    parts: [h("div", { class: "cq-write" }, h("label", { class: "cq-write-label", for: name }, words.writeLegend), area), model],
    read: () => area.value,
    show: (response) => void (area.value = /** @type {string} */ (response)),
    mark: (judged) => void (model.hidden = judged === null),
    hint: () => words.write,
    focus: () => area.focus(),
    isTyped: true,
  };
}
