// Matching: a list box for each prompt; one option is left over.
import { control, h, ofCourse, phrasing, plain, setAttribute, setText } from "../dom.js";
import { words } from "../words/activities.js";
import { createNote, described } from "./notes.js";

/** @typedef {import("../items.js").Option} Option */

// How many characters a closed list box shows in a wide, a middling and a narrow view (see quiz.css).
const LENGTHS = [
  { over: 72, name: "long" },
  { over: 40, name: "middling" },
  { over: 25, name: "brief" },
];

/** @type {(item: import("../items.js").Item, frame: import("./index.js").Frame) => import("./index.js").Face} */
export function matching(item, { name, onChange }) {
  const options = (item.options ?? []).map((option) => ({ ...option, text: plain(option.html) }));
  const find = (/** @type {string | undefined} */ id) => options.find((option) => option.id === id);
  const key = /** @type {Record<string, string>} */ (item.key ?? {});
  const rows = (item.prompts ?? []).map((prompt) => createRow(prompt, `${name}-${prompt.id}`));
  const hasLong = options.some(({ text }) => text.length > 38); // too long to stand beside its prompt
  const list = h("div", { class: "cq-matches", "data-long": hasLong }, ...rows.map(({ element }) => element));
  const leftOver = h("div", { class: "cq-panel", hidden: true });

  /** @param {import("../items.js").Prompt} prompt @param {string} id */
  function createRow(prompt, id) {
    const note = createNote(`${id}-note`);
    // A closed list box cuts long texts off; this line shows the one chosen in full where that happens.
    const inFull = ofCourse("p", "", { class: "cq-full", "aria-hidden": "true" });
    const row = { prompt, note, select: control("select", { id, change: change }), setInFull, mark };
    row.select.append(h("option", { value: "" }, words.choose), ...options.map(({ id: value, text }) => ofCourse("option", text, { value })));

    function setInFull() {
      const text = find(row.select.value)?.text ?? "";
      setText(inFull, text);
      inFull.dataset.length = LENGTHS.find(({ over }) => text.length > over)?.name ?? "short";
    }
    function change() {
      setInFull();
      mark(null);
      onChange();
    }
    /** @param {import("./notes.js").Note | null} found */
    function mark(found) {
      note.show(found);
      setAttribute(element, "data-tone", found?.tone);
      setAttribute(row.select, "aria-describedby", found && note.element.id);
    }
    const label = h("label", { class: "cq-prompt", for: id }, phrasing(prompt.html));
    const element = h("div", { class: "cq-match" }, label, h("div", { class: "cq-pick" }, row.select, inFull), note.element);
    return { ...row, element };
  }

  /** @param {string} promptId @param {string} chosen @param {boolean} all @returns {import("./notes.js").Note | null} */
  function judge(promptId, chosen, all) {
    const right = find(key[promptId]);
    if (chosen === right?.id) return { tone: "right", label: words.markRight, html: right.rationale };
    if (all && right) {
      const label = words.rightMatch(right.text);
      const html = right.rationale;
      return chosen ? { tone: "wrong", label: `${words.markWrong}. ${label}`, html } : { tone: "other", label, html };
    }
    return chosen ? { tone: "wrong", label: words.markWrong, html: find(chosen)?.rationale } : null;
  }

  function showLeftOver() {
    const spare = options.filter(({ id }) => !Object.values(key).includes(id));
    leftOver.replaceChildren(h("p", { class: "cq-panel-title" }, words.leftOver), ...spare.map((option) => described("div", option)));
  }

  return {
    parts: [list, leftOver],
    read: () => Object.fromEntries(rows.filter(({ select }) => select.value).map(({ prompt, select }) => [prompt.id, select.value])),
    show(response) {
      const pairs = /** @type {Record<string, string>} */ (response);
      for (const { prompt, select, setInFull } of rows) {
        select.value = pairs[prompt.id] ?? "";
        setInFull();
      }
    },
    mark(judged) {
      for (const { prompt, select, mark } of rows) mark(judged && judge(prompt.id, select.value, judged.all));
      leftOver.hidden = !judged?.all;
      if (judged?.all) showLeftOver();
    },
    hint() {
      const chosen = rows.map(({ select }) => select.value).filter(Boolean);
      const repeated = chosen.find((id, n) => chosen.indexOf(id) !== n);
      return repeated ? words.usedTwice(find(repeated)?.text ?? "") : words.match(chosen.length, rows.length);
    },
    focus: () => rows[0]?.select.focus(),
  };
}
