// The course page as elements. It is made anew from what is known each time something changed.
import { around, h, ofCourse } from "../../dom.js";
import { dayAndTime, text } from "../../words/pages.js";
import { nextStep, timeOf } from "./standing.js";

/** @typedef {import("./requests.js").Course} Course */
/** @typedef {import("./requests.js").Module} Module */
/** @typedef {import("./standing.js").Standing} Standing */
/**
 * @typedef {object} Actions what the page's buttons do
 * @property {(module: Module) => void} openLesson
 * @property {(module: Module) => void} openCheck fetches it first, where it was not
 * @property {(module: Module) => void} submit
 * @property {(module: Module) => void} readFeedback
 * @property {() => void} reload
 */
/** @typedef {{ course: Course, standings: Map<string, Standing>, problem: string }} Known */

/** @param {Known} known @param {Actions} actions */
export function courseView({ course, standings, problem }, actions) {
  return [
    ofCourse("h1", course.title),
    helpLine(course),
    next(course, standings, actions),
    ...(problem ? [trouble(problem, actions.reload)] : []),
    h("h2", {}, text.modules),
    h("ol", { class: "course-modules" }, ...course.modules.map((module, n) => card(module, n + 1, standings, actions))),
    ofCourse("p", course.disclaimer, { class: "course-quiet" }),
  ];
}

/** What stands in the place of a course that can't be shown.
 * @param {string} title @param {string} problem @param {() => void} reload
 */
export function troubleView(title, problem, reload) {
  return [h("h1", {}, title), trouble(problem, reload)];
}

/** @param {string} problem @param {() => void} reload */
function trouble(problem, reload) {
  return h("div", { class: "course-trouble", role: "alert" }, h("p", {}, problem), button("reload", text.tryAgain, reload));
}

/** @param {Course} course @param {Map<string, Standing>} standings @param {Actions} actions */
function next({ modules }, standings, { openLesson, openCheck, submit }) {
  const step = nextStep(modules, standings);
  if (!step) {
    const isAll = standings.size === modules.length && modules.every(({ next: left }) => !left);
    return box([h("p", {}, isAll ? text.allDone : text.nothingNow)]);
  }
  const { module } = step;
  const number = modules.indexOf(module) + 1;
  const standing = standings.get(module.id);
  if (step.step === "lesson") {
    const isNew = module.read.done + module.practice.done === 0;
    const what = h("p", {}, ofCourse("b", text.module(number, module.title)), h("br"), ...lessonStep(module));
    return box([what, button("next", isNew ? text.begin : text.goOn, () => openLesson(module), "course-primary")]);
  }
  const what = h("p", {}, ofCourse("b", module.check.title), h("br"), checkLine(module, standing));
  const act = standing?.stage === "answered" ? submit : openCheck;
  return box([what, button("next", checkAction(module, standing), () => act(module), "course-primary")]);
}

/** @param {(Node | string)[]} parts */
function box(parts) {
  return h("section", { class: "course-next", "aria-labelledby": "course-next" }, h("h2", { id: "course-next" }, text.next), ...parts);
}

/** @param {Module} module */
function lessonStep({ next: step }) {
  if (step?.kind === "read") return step.title ? around(text.readNext, step.title) : [text.readOn];
  if (step?.kind === "roleplay") return around(text.roleplayNext, step.title ?? "");
  return [step?.kind === "practice" ? text.practiceNext : text.activityNext];
}

/** @param {Module} module @param {number} number @param {Map<string, Standing>} standings @param {Actions} actions */
function card(module, number, standings, actions) {
  const standing = standings.get(module.id);
  const title = `course-module-${module.id}`;
  return h(
    "li",
    { class: "course-card", "aria-labelledby": title },
    ofCourse("h3", text.module(number, module.title), { id: title }),
    ofCourse("p", module.summary),
    h(
      "dl",
      { class: "course-standing" },
      ...counted(text.read, module.read, text.sections),
      ...(module.practice.of ? counted(text.practised, module.practice, text.questions) : []),
      ...cards(module),
      h("dt", {}, text.check[module.check.kind]),
      h("dd", {}, checkLine(module, standing)),
    ),
    h(
      "div",
      { class: "course-actions" },
      button(`lesson-${module.id}`, text.openLesson(module.minutes.lesson), () => actions.openLesson(module), "", module.title),
      ...checkButtons(module, standing, actions),
    ),
  );
}

/** A count in words, and as a bar for the eye.
 * @param {string} name @param {import("./requests.js").Count} count @param {(done: number, of: number) => string} say
 */
function counted(name, { done, of }, say) {
  const bar = h("span", { class: "course-bar-of", "aria-hidden": "true" }, h("span", { style: `inline-size: ${of ? (100 * done) / of : 0}%` }));
  return [h("dt", {}, name), h("dd", {}, say(done, of), bar)];
}

/** Which flashcards wait, where any do.
 * @param {Module} module
 */
function cards({ cards: { due, new: fresh } }) {
  return due + fresh ? [h("dt", {}, text.cards), h("dd", {}, text.cardsWait(due, fresh))] : [];
}

/** How a check stands, in words.
 * @param {Module} module @param {Standing | undefined} standing
 */
function checkLine({ check }, standing) {
  if (!standing) return text.checkUnknown;
  const { stage, answered, sent } = standing;
  const done = answered ? answered.questions - answered.open.length : 0;
  switch (stage) {
    case "closed":
      return text.checkClosed;
    case "open":
      return text.checkOpen(check.questions);
    case "started":
      return text.checkStarted(done, answered?.questions ?? check.questions);
    case "answered":
      return text.checkAnswered(check.questions);
    case "submitted":
      return text.checkSubmitted(when(sent?.timestamp ?? ""));
    case "feedback":
      return text.checkFeedback(when(sent?.timestamp ?? ""));
  }
}

/** @param {Module} module @param {Standing | undefined} standing */
function checkAction({ check }, standing) {
  if (standing?.stage === "answered") return text.submit;
  return standing?.stage === "open" ? text.beginCheck[check.kind] : text.goOnCheck[check.kind];
}

/** @param {Module} module @param {Standing | undefined} standing @param {Actions} actions */
function checkButtons(module, standing, { openCheck, submit, readFeedback }) {
  const { id, check: { kind, title } } = module;
  const open = (/** @type {string} */ label) => button(`check-${id}`, label, () => openCheck(module), "", title);
  const send = (/** @type {string} */ label) => button(`submit-${id}`, label, () => submit(module), "", title);
  switch (standing?.stage) {
    case "open":
      return [open(text.beginCheck[kind])];
    case "started":
      return [open(text.goOnCheck[kind]), send(text.submit)];
    case "answered":
      return [open(text.seeAnswers), send(text.submit)];
    case "submitted":
      return standing.notebook ? [open(text.seeAnswers), send(text.submitAgain)] : [];
    case "feedback":
      return [button(`feedback-${id}`, text.readFeedback, () => readFeedback(module), "", title)];
    default:
      return [];
  }
}

/** @param {Course} course */
function helpLine({ help }) {
  const lines = help.lines.flatMap(({ name, number, url }, n) => {
    const label = url ? ofCourse("a", name, { href: url, target: "_blank", rel: "noreferrer" }) : ofCourse("span", name);
    return [n ? " · " : " ", label, " ", h("b", { class: "course-number" }, number)];
  });
  return h("p", { class: "course-help" }, ofCourse("b", help.lead), ...lines);
}

/** A button; `about` says for a screen reader which of several like it this one is.
 * @param {string} key by which focus finds it again when the page was made anew
 * @param {string} label
 * @param {() => void} click
 * @param {string} [look]
 * @param {string} [about]
 */
function button(key, label, click, look = "", about = "") {
  const attributes = { type: "button", class: `course-button ${look}`.trim(), "data-key": key, click };
  return h("button", attributes, label, ...(about ? [ofCourse("span", `: ${about}`, { class: "course-unseen" })] : []));
}

/** @param {string} timestamp nbgrader's */
export function when(timestamp) {
  const time = timeOf(timestamp);
  return Number.isNaN(time.valueOf()) ? timestamp : dayAndTime(time);
}
