// The course page: what a learner sees first. It asks the server how things stand, and does what its buttons say.
import { around, h } from "../../dom.js";
import { chosen, setCourseLanguage } from "../../words/language.js";
import { text } from "../../words/pages.js";
import { createChooser } from "./chooser.js";
import { createMyData } from "./mydata.js";
import { createRequests, RefusedError } from "./requests.js";
import { fetched, standingOf, submission, together } from "./standing.js";
import { courseView, troubleView, when } from "./view.js";

/** @typedef {import("./requests.js").Course} Course */
/** @typedef {import("./requests.js").Module} Module */
/** @typedef {import("./view.js").Work} Work */
/** @typedef {import("./requests.js").Assignment} Assignment */
/** @typedef {import("./view.js").Known} Known */

/**
 * @param {object} given
 * @param {import("../lab.js").Lab} given.lab
 * @param {any} given.app
 * @param {(path: string, cell?: string) => Promise<void>} given.open opens a lesson or check, at a cell where one is named
 * @param {import("../preferences.js").Preferences} given.preferences the learner's settings
 */
export function createHome({ lab, app, open, preferences }) {
  const requests = createRequests(lab, app);
  const chooser = createChooser((language) => void run(() => preferences.change({ language })));
  const said = h("p", { class: "course-said", role: "status" });
  const content = h("div", { class: "course-home-content" });
  const node = h("section", { class: "course-home", tabindex: -1 }, h("div", { class: "course-home-column" }, chooser.element, said, content));
  const widget = new lab.widgets.Widget({ node });
  widget.id = "course-home";
  widget.title.closable = true;

  /** @type {Known | null} */
  let known = null;
  /** @type {Assignment[]} */
  let assignments = [];
  let isBusy = false;
  let asked = 0;

  /** Asks how things stand. */
  async function look() {
    const course = await requests.progress();
    setCourseLanguage(course.language);
    return { course, ...(await withChecks(course)) };
  }

  /** Asks how things stand, and shows it. */
  async function refresh() {
    const asking = ++asked;
    try {
      const found = await look();
      if (asking !== asked) return;
      known = found;
      show(courseView(known, actions));
    } catch (fault) {
      if (asking === asked) show(troubleView(text.tab, tell(fault), () => void refresh()));
    }
  }

  /** @param {Course} course */
  async function withChecks(course) {
    /** @type {Known["standings"]} */
    const standings = new Map();
    try {
      assignments = await requests.assignments(course.nbgrader);
      const told = await requests.checks();
      for (const { id, check } of course.modules) {
        const { [check.id]: about } = told;
        const own = await standing(check.id, about);
        const retake = check.retake && about?.retake ? await standing(check.retake, about.retake) : null;
        standings.set(id, together(own, retake));
      }
      return { standings, problem: "" };
    } catch (fault) {
      return { standings: new Map(), problem: `${text.noChecks} ${tell(fault)}` };
    }
  }

  /** @param {string} id @param {import("./requests.js").Told} told */
  async function standing(id, told) {
    const folder = fetched(id, assignments)?.folder;
    const answered = folder === undefined ? null : await requests.answered(folder).catch(() => null);
    return standingOf(id, assignments, answered, told);
  }

  /** @param {Node[]} parts */
  function show(parts) {
    const key = content.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement).dataset.key;
    content.replaceChildren(...parts);
    if (key) /** @type {HTMLElement} */ (content.querySelector(`[data-key="${key}"]`) ?? node).focus();
  }

  /** One action at a time; what goes wrong is said.
   * @param {() => Promise<string | (Node | string)[] | void>} action what it comes back with is said
   */
  async function run(action) {
    if (isBusy) return;
    isBusy = true;
    node.setAttribute("aria-busy", "true");
    said.replaceChildren();
    try {
      say((await action()) ?? "");
    } catch (fault) {
      say(tell(fault));
    } finally {
      isBusy = false;
      node.removeAttribute("aria-busy");
    }
  }

  /** @param {string | (Node | string)[]} message */
  function say(message) {
    said.replaceChildren(...(typeof message === "string" ? [message] : message));
    if (message.length) said.scrollIntoView({ block: "nearest" });
  }

  const courseId = () => known?.course.nbgrader ?? "";

  /** @type {import("./view.js").Actions} */
  const actions = {
    openLesson: (module) => void run(() => open(`${known?.course.lessons}/${module.lesson}`, module.next?.cell)),
    openCheck: ({ id, kind }) =>
      void run(async () => {
        if (!fetched(id, assignments)) assignments = await requests.act("fetch", courseId(), id);
        const notebook = fetched(id, assignments)?.notebook;
        if (!notebook) throw new RefusedError(text.notFetched[kind]);
        await open(notebook);
      }),
    submit: (work) =>
      void run(async () => {
        const folder = fetched(work.id, assignments)?.folder;
        const answered = folder === undefined ? null : await requests.answered(folder);
        if (!answered || !(await isSure(work, answered))) return;
        assignments = await requests.act("submit", courseId(), work.id);
        await refresh();
        const sent = submission(work.id, assignments);
        if (!sent) throw new RefusedError(text.notSent[work.kind]);
        const { questions, open: left } = answered;
        return around(
          (title) => text.receipt(text.workTitle[work.kind](title), when(sent.timestamp), questions - left.length, questions),
          work.title,
        );
      }),
    readFeedback: ({ id }) =>
      void run(async () => {
        let sent = submission(id, assignments);
        if (!sent?.has_local_feedback || sent.feedback_updated) {
          assignments = await requests.act("fetch_feedback", courseId(), id);
          sent = submission(id, assignments);
        }
        if (!sent?.local_feedback_path) throw new RefusedError(text.noFeedback);
        const path = `${sent.local_feedback_path}/${id}.html`;
        // In a tab of its own it can be printed, and its links to the lessons work; a browser may refuse to open one.
        const tab = window.open(requests.fileUrl(path), "_blank");
        if (tab) tab.opener = null;
        else await app.commands.execute("docmanager:open", { path, factory: "HTML Viewer" });
        await refresh(); // the result is known now
      }),
    reload: () => void refresh(),
  };

  /** Asks before something is sent that can't be taken back.
   * @param {Work} work @param {import("./requests.js").Answered} answered
   */
  async function isSure({ kind, title }, { questions, open: left }) {
    const body = left.length ? text.sureOpen(left, questions) : text.sureAll(questions);
    return confirm(text.sureTitle(text.workTitle[kind](title)), body, text.notYet, text.submit, left.length ? 0 : 1);
  }

  /** @param {string} title @param {string} body @param {string} no @param {string} yes @param {0 | 1} defaultButton */
  async function confirm(title, body, no, yes, defaultButton) {
    const { Dialog } = lab.apputils;
    const buttons = [Dialog.cancelButton({ label: no }), Dialog.okButton({ label: yes })];
    const dialog = new Dialog({ title, body, buttons, defaultButton });
    dialog.node.lang = chosen();
    return (await dialog.launch()).button.accept;
  }

  const isSureToErase = (/** @type {string} */ body) => confirm(text.dataSure, body, text.dataKeep, text.dataYes, 0);
  const makeMyData = () => createMyData({ requests, preferences, isSure: isSureToErase, run, refresh });
  let myData = makeMyData();
  content.after(myData);

  /** Says all anew in the language of the moment. */
  function relabel() {
    node.lang = chosen();
    node.setAttribute("aria-label", text.openHome);
    widget.title.label = text.tab;
    chooser.label();
    const isOpen = myData.open;
    const fresh = makeMyData();
    myData.replaceWith(fresh);
    myData = fresh;
    myData.open = isOpen;
    if (known) show(courseView(known, actions));
  }

  relabel();
  return { widget, refresh, look, relabel };
}

/** A fault in words for a learner.
 * @param {unknown} fault
 */
function tell(fault) {
  if (fault instanceof RefusedError && fault.message) return fault.message;
  console.warn("course-lab: the course page could not reach the server", fault);
  return text.offline;
}
