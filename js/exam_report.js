// What a sitting of the practice exam came to: by module, aim and field, what to read again, and question by question.
import { around, h, icon, ofCourse, plain, rich } from "./dom.js";
import { blank } from "./items.js";
import { isAnswered, reportOf, shareOf } from "./sitting.js";
import { faces } from "./types/index.js";
import { words } from "./words/activities.js";

/** @typedef {import("./sitting.js").Exam} Exam */
/** @typedef {import("./sitting.js").Item} Item */
/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./sitting.js").Tally} Tally */

const SOUND = 0.8; // of an aim's points: below it the section is worth reading again

/** @param {Exam} exam @param {Record<string, Item>} items @param {Sitting} sitting @param {string} name */
export function reportElements(exam, items, sitting, name) {
  const report = reportOf(exam, items, sitting);
  const { points, of } = report.all;
  const result = h(
    "div",
    { class: "ex-result", tabindex: -1, "data-lm-suppress-shortcuts": "true", role: "group", "aria-labelledby": `${name}-result` },
    h("p", { class: "ex-score", id: `${name}-result` }, words.exScore(points, of)),
    h("p", { class: "cq-hint" }, words.exTook(sitting.used)),
  );
  const weak = report.objectives.filter((one) => one.points / one.of < SOUND).sort((one, other) => one.points / one.of - other.points / other.of);
  return [
    result,
    section(words.exAgain, [
      weak.length ? h("ul", { class: "ex-again" }, ...weak.map((one) => again(exam, one))) : h("p", {}, words.exNothingAgain),
    ]),
    section(words.exByModule, [table(words.exModule, report.modules.map(({ title, ...tally }) => ({ name: title, ...tally })))]),
    section(words.exByDomain, [table(words.exDomain, report.domains), h("div", { class: "ex-note cq-rich" }, rich(exam.note))]),
    section(words.exByObjective, [table(words.exObjective, report.objectives.map(({ text, ...tally }) => ({ name: text, ...tally })))]),
    section(words.exReview, [
      h("p", { class: "cq-hint" }, words.exReviewHint),
      ...sitting.form.map((item, place) => review(items[item], sitting, place, `${name}-review-${place}`)),
    ]),
  ];
}

/** @param {string} title @param {HTMLElement[]} parts */
function section(title, parts) {
  return h("section", { class: "ex-section" }, h("h4", {}, title), ...parts);
}

/** What an aim came to, and where to read about it.
 * @param {Exam} exam @param {{ text: string, module: string, sections: string[] } & Tally} objective
 */
function again(exam, { text, module: id, sections, points, of }) {
  const module = exam.modules.find((one) => one.id === id);
  const places = sections.length ? sections : [""];
  const links = places.map((heading) => h("li", {}, link(module?.lesson ?? "", heading, module?.title ?? "")));
  return h("li", {}, ofCourse("span", text, { class: "ex-aim" }), " ", h("span", { class: "ex-count" }, words.exCount(points, of)), h("ul", {}, ...links));
}

/** The way to a section of a lesson, in a tab of its own: this page stays as it is.
 * @param {string} lesson @param {string} heading @param {string} title
 */
function link(lesson, heading, title) {
  const target = heading ? `${lesson}#${encodeURIComponent(heading.replaceAll(" ", "-"))}` : lesson;
  return h("a", { href: target, target: "_blank", rel: "noopener" }, ...(heading ? around(words.exReadAgain, heading, title) : around((one) => words.exReadAgain("", one), title)));
}

/** Counts in words, with a bar for the eye.
 * @param {string} head @param {({ name: string } & Tally)[]} rows
 */
function table(head, rows) {
  const body = rows.map(({ name, points, of }) =>
    h(
      "tr",
      {},
      ofCourse("th", name, { scope: "row" }),
      h("td", { class: "ex-number-cell" }, words.exCount(points, of)),
      h("td", { class: "ex-bar-cell", "aria-hidden": "true" }, h("span", { class: "ex-bar" }, h("span", { style: `inline-size: ${(100 * points) / of}%` }))),
    ),
  );
  return h(
    "table",
    { class: "ex-table" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, head), h("th", { scope: "col" }, words.exRight), h("td", { "aria-hidden": "true" }))),
    h("tbody", {}, ...body),
  );
}

/** One question as it was answered, with its notes; made when it is opened.
 * @param {Item} item @param {Sitting} sitting @param {number} place @param {string} name
 */
function review(item, sitting, place, name) {
  const share = shareOf(sitting, item);
  const tone = !isAnswered(sitting, item.id) ? "open" : share === 1 ? "right" : share > 0 ? "partly" : "wrong";
  const symbol = { right: icon("right"), partly: icon("alert"), wrong: icon("wrong"), open: icon("alert") }[tone];
  const text = h("span", {}, h("strong", {}, words.exVerdict(place + 1, words.exVerdicts[tone])), " ", ofCourse("span", plain(item.stem), { class: "ex-stem" }));
  const details = h(
    "details",
    { class: "ex-review", "data-tone": tone, toggle: open },
    h("summary", { "data-lm-suppress-shortcuts": "true" }, h("span", { class: "cq-symbol" }, symbol), text),
  );

  function open() {
    if (!details.open || details.children.length > 1) return;
    const face = faces[item.type](item, { name, stemId: `${name}-stem`, onChange: () => {}, say: () => {} });
    const answer = sitting.answers[item.id] ?? blank(item);
    face.show(answer);
    face.mark({ all: true });
    const stem = h("div", { class: "cq-stem", id: `${name}-stem` }, rich(item.stem));
    details.append(h("fieldset", { class: "cq-question", disabled: true, "aria-labelledby": `${name}-stem` }, stem, ...face.parts));
  }

  return details;
}
