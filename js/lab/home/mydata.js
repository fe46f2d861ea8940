// What the course keeps of the learner: told when they open it, to be saved as a copy, or erased.
import { h } from "../../dom.js";
import { text } from "../../words/pages.js";

const ALL = ["answers", "exams", "reading", "reflections"];

/**
 * @param {object} given
 * @param {ReturnType<typeof import("./requests.js").createRequests>} given.requests
 * @param {import("../preferences.js").Preferences} given.preferences the learner's settings
 * @param {(body: string) => Promise<boolean>} given.isSure asks before something is erased
 * @param {(action: () => Promise<string | void>) => Promise<void>} given.run does one thing at a time, and says what went wrong
 * @param {() => Promise<void>} given.refresh shows the course anew
 */
export function createMyData({ requests, preferences, isSure, run, refresh }) {
  const body = h("div", {});
  const element = h("details", { class: "course-data", toggle: () => void (element.open && run(load)) }, h("summary", {}, text.myData), body);

  async function load() {
    const { kept, remains } = await requests.data();
    const things = kept.map(({ path, entries, what, who }) =>
      h("li", {}, h("b", {}, what), ` (${text.dataEntries(entries)}). ${who} `, h("code", {}, path)),
    );
    body.replaceChildren(
      ...reminders(),
      ...(things.length ? [h("ul", {}, ...things), ...copies(), ...erasing(kept, remains)] : [h("p", {}, text.dataNothing)]),
      h("p", { class: "course-quiet" }, remains),
    );
  }

  /** The one switch for reminders. */
  function reminders() {
    const how = h("p", { class: "course-quiet", id: "course-remind-how" }, text.remindHow);
    const box = h("input", { type: "checkbox", role: "switch", id: "course-remind", checked: preferences.get().reminders, "aria-describedby": how.id, change });
    function change() {
      const reminders = box.checked;
      box.checked = preferences.get().reminders; // until it is kept
      void run(async () => {
        await preferences.change({ reminders });
        box.checked = reminders;
        return reminders ? text.remindOn : text.remindOff;
      });
    }
    return [h("p", { class: "course-tick" }, box, h("label", { for: box.id }, text.remind)), how];
  }

  /** The links are made when they are followed, with what is ticked then. */
  function copies() {
    const box = h("input", { type: "checkbox", id: "course-data-reflections" });
    const link = (/** @type {"html" | "json"} */ format, /** @type {string} */ label) =>
      h("a", { class: "course-button", href: requests.copy(format, false), download: `my-data.${format}`, click: aim(format) }, label);
    const aim = (/** @type {"html" | "json"} */ format) => (/** @type {Event} */ { currentTarget }) => {
      /** @type {HTMLAnchorElement} */ (currentTarget).href = requests.copy(format, box.checked);
    };
    return [
      h("p", { class: "course-tick" }, box, h("label", { for: box.id }, text.dataReflections)),
      h("p", { class: "course-actions" }, link("html", text.dataPage), link("json", text.dataJson)),
    ];
  }

  /** @param {import("./requests.js").Kept[]} kept @param {string} remains */
  function erasing(kept, remains) {
    const own = kept.filter(({ kind }) => ALL.includes(kind));
    const erase = (/** @type {string} */ label, /** @type {string} */ sure, /** @type {string[]} */ kinds) =>
      h("button", { type: "button", class: "course-button", click: () => void run(() => take(sure, kinds, remains)) }, label);
    const reflections = own.some(({ kind }) => kind === "reflections")
      ? [erase(text.dataEraseReflections, text.dataSureReflections, ["reflections"])]
      : [];
    return own.length ? [h("p", { class: "course-actions" }, ...reflections, erase(text.dataErase, text.dataSureAll, ALL))] : [];
  }

  /** @param {string} sure @param {string[]} kinds @param {string} remains */
  async function take(sure, kinds, remains) {
    if (!(await isSure(sure))) return;
    await requests.erase(kinds);
    await refresh();
    await load();
    element.querySelector("summary")?.focus();
    return text.dataErased(remains);
  }

  return element;
}
