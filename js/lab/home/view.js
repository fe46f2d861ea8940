// The course page as elements. It is made anew from what is known each time something changed.
import { around, h, ofCourse } from "../../dom.js";
import { dayAndTime, percent, points, text } from "../../words/pages.js";
import { calibrationView } from "./calibration.js";
import { isRetakeOpen, nextStep, timeOf } from "./standing.js";

/** @typedef {import("./requests.js").Course} Course */
/** @typedef {import("./requests.js").Module} Module */
/** @typedef {import("./requests.js").Result} Result */
/** @typedef {import("./standing.js").Standing} Standing */
/** @typedef {import("./standing.js").CheckStanding} CheckStanding */
/** @typedef {{ id: string, kind: "check" | "final" | "retake", title: string, questions: number }} Work `title` is the check's */
/**
 * @typedef {object} Actions what the page's buttons do
 * @property {(module: Module) => void} openLesson
 * @property {(work: Work) => void} openCheck fetches it first, where it was not
 * @property {(work: Work) => void} submit
 * @property {(work: Work) => void} readFeedback
 * @property {() => void} reload
 */
/** @typedef {{ course: Course, standings: Map<string, CheckStanding>, problem: string }} Known */

/** @param {Known} known @param {Actions} actions */
export function courseView({ course, standings, problem }, actions) {
  return [
    ofCourse("h1", course.title),
    helpLine(course),
    next(course, standings, actions),
    ...(problem ? [trouble(problem, actions.reload)] : []),
    h("h2", {}, text.modules),
    h("ol", { class: "course-modules" }, ...course.modules.map((module, n) => card(course, module, n + 1, standings, actions))),
    ...calibrationView(course.calibration),
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

/** @param {Course} course @param {Map<string, CheckStanding>} standings @param {Actions} actions */
function next({ modules, pass_mark }, standings, { openLesson, openCheck, submit }) {
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
  const isRetake = step.step === "retake";
  const work = isRetake ? retakeOf(module) : module.check;
  const stands = isRetake ? standing?.retake : standing;
  const line = isRetake ? retakeLine(module, standing, pass_mark) : checkLine(module, standing, pass_mark);
  const act = stands?.stage === "answered" ? submit : openCheck;
  const what = h("p", {}, h("b", {}, ...titleOf(work)), h("br"), line);
  return box([what, button("next", checkAction(work, stands), () => act(work), "course-primary")]);
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

/** The retake of a module's check.
 * @param {Module} module
 * @returns {Work}
 */
function retakeOf({ check }) {
  return { id: check.retake ?? "", kind: "retake", title: check.title, questions: check.questions };
}

/** The title of a check or a retake, as words for a page.
 * @param {Work} work
 */
export function titleOf({ kind, title }) {
  return around(text.workTitle[kind], title);
}

/** @param {Course} course @param {Module} module @param {number} number @param {Map<string, CheckStanding>} standings @param {Actions} actions */
function card({ pass_mark }, module, number, standings, actions) {
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
      h("dd", {}, checkLine(module, standing, pass_mark)),
      ...(hasRetake(standing) ? [h("dt", {}, text.check.retake), h("dd", {}, retakeLine(module, standing, pass_mark))] : []),
    ),
    h(
      "div",
      { class: "course-actions" },
      button(`lesson-${module.id}`, text.openLesson(module.minutes.lesson), () => actions.openLesson(module), "", module.title),
      ...checkButtons(module.check, module.id, standing, actions),
      ...(hasRetake(standing) ? checkButtons(retakeOf(module), `${module.id}-retake`, standing?.retake, actions) : []),
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

/** Whether there is a retake to show: one that can be taken, or that was.
 * @param {CheckStanding | undefined} standing
 */
function hasRetake(standing) {
  const stage = standing?.retake?.stage;
  return isRetakeOpen(standing) || stage === "submitted" || stage === "feedback";
}

/** How a check stands, in words.
 * @param {Module} module @param {CheckStanding | undefined} standing @param {number} mark
 */
function checkLine({ check }, standing, mark) {
  return standing ? stageLine(standing, check.questions, text.checkOpen(check.questions), mark) : text.checkUnknown;
}

/** How a retake stands, and which result counts.
 * @param {Module} module @param {CheckStanding | undefined} standing @param {number} mark
 */
function retakeLine({ check }, standing, mark) {
  if (!standing?.retake) return "";
  const line = stageLine(standing.retake, check.questions, text.retakeOpen(check.questions), mark);
  const { better } = standing;
  return standing.retake.result && better ? `${line} ${text.betterCounts(points(better.score), better.most)}` : line;
}

/** @param {Standing} standing @param {number} questions @param {string} open @param {number} mark */
function stageLine({ stage, answered, sent, due, result }, questions, open, mark) {
  const done = answered ? answered.questions - answered.open.length : 0;
  const until = due ? ` ${Date.parse(due) < Date.now() ? text.wasDue(dayAndTime(new Date(due))) : text.due(dayAndTime(new Date(due)))}` : "";
  switch (stage) {
    case "closed":
      return text.checkClosed;
    case "open":
      return `${open}${until}`;
    case "started":
      return `${text.checkStarted(done, answered?.questions ?? questions)}${until}`;
    case "answered":
      return `${text.checkAnswered(questions)}${until}`;
    case "submitted":
      return text.checkSubmitted(when(sent?.timestamp ?? ""));
    case "feedback":
      return result ? resultLine(result, mark) : text.checkFeedback(when(sent?.timestamp ?? ""));
  }
}

/** @param {Result} result @param {number} mark */
function resultLine({ score, most, passed, waits }, mark) {
  if (waits) return text.mayChange(points(score), most);
  return passed ? text.passed(points(score), most) : text.notPassed(points(score), most, percent(mark));
}

/** What the learner would do with a check next.
 * @param {Work} work @param {Standing | null | undefined} standing
 */
function checkAction({ kind }, standing) {
  if (standing?.stage === "answered") return text.submit;
  return standing?.stage === "open" ? text.beginCheck[kind] : text.goOnCheck[kind];
}

/** @param {Work} work @param {string} key @param {Standing | null | undefined} standing @param {Actions} actions */
function checkButtons(work, key, standing, { openCheck, submit, readFeedback }) {
  const open = (/** @type {string} */ label) => button(`check-${key}`, label, () => openCheck(work), "", work.title);
  const send = (/** @type {string} */ label) => button(`submit-${key}`, label, () => submit(work), "", work.title);
  switch (standing?.stage) {
    case "open":
      return [open(checkAction(work, standing))];
    case "started":
      return [open(checkAction(work, standing)), send(text.submit)];
    case "answered":
      return [open(text.seeAnswers), send(text.submit)];
    case "submitted":
      return standing.notebook ? [open(text.seeAnswers), send(text.submitAgain)] : [];
    case "feedback":
      return [button(`feedback-${key}`, text.readFeedback[work.kind], () => readFeedback(work), "", work.title)];
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
