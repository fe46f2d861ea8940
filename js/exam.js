// The entry of the practice exam: a sitting with a clock or without, and what it came to.
import { around, control, h, icon, rich, setAttribute, setText } from "./dom.js";
import { attemptsElement } from "./exam_attempts.js";
import { reportElements } from "./exam_report.js";
import { blank, same } from "./items.js";
import { createSaver, pageMemory } from "./saving.js";
import { asRecord, begun, fromRecord, isAnswered, secondsLeft } from "./sitting.js";
import { createStatus } from "./status.js";
import { faces } from "./types/index.js";
import { connect, guardAgainstDoubleClicks, isLive, rootAttributes } from "./view.js";
import { speak, words } from "./words/activities.js";

/** @typedef {import("./sitting.js").Exam} Exam */
/** @typedef {import("./sitting.js").Item} Item */
/** @typedef {import("./sitting.js").Sitting} Sitting */

const TICK = 1000; // ms
const KEEP = 20; // seconds until the clock alone is worth a line in the log
const LONGEST_GAP = 90; // seconds: a page in the background is called once a minute, a computer asleep not at all
const WARNINGS = [600, 300, 60]; // seconds left
const MOST_MINUTES = 600;

/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: import("./view.js").Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  speak(model);
  const exam = /** @type {Exam} */ (model.get("exam"));
  const page = pageMemory();
  const name = `course-exam-${++page.views}`;

  /** @type {Sitting | null} */
  let sitting = null; // null on the first page
  let number = 0; // of the sitting that was begun or shown last
  let items = /** @type {Record<string, Item>} */ (model.get("items")); // as they were when the sitting came on screen
  let isAsking = false; // whether the learner is asked if this is the end
  let keptAt = 0; // the clock when it was kept last
  let tickedAt = performance.now();
  let isQuiet = false; // whether what is kept is the clock alone
  let told = "idle"; // how saving was last said to stand

  const status = createStatus({ idle: "", onResend: () => saver.retry() });
  const saver = createSaver({
    page,
    key: `${model.get("store")}\n${exam.id}`,
    send: (message) => model.send(message),
    isLive: () => isLive(model, el),
    onStatus(next) {
      // Where the clock alone was kept, a screen reader has nothing to hear of it.
      if (isQuiet && next.phase !== "unsaved" && (told === "idle" || told === "saved")) return;
      told = next.phase;
      status.saving(next);
    },
  });

  const clock = h("p", { class: "ex-clock", role: "timer", "aria-live": "off" });
  const body = h("div", { class: "ex-body" });
  const root = h(
    "div",
    rootAttributes("quiz course-exam", () => saver.flush()),
    h(
      "section",
      { class: "cq-card", "data-mode": "practice", "aria-labelledby": `${name}-title` },
      h("div", { class: "ex-top" }, h("h3", { class: "cq-heading", id: `${name}-title` }, words.exTitle), clock),
      body,
      h("div", { class: "cq-foot" }, ...status.elements),
    ),
  );
  const settled = guardAgainstDoubleClicks(root);

  /** @param {string} text @param {() => void} click @param {string} [kind] */
  const button = (text, click, kind = "") => control("button", { class: `cq-button ${kind}`.trim(), click }, text);

  // ---------------------------------------------------------------- keeping

  function keep(quietly = false) {
    if (!sitting) return;
    isQuiet = quietly;
    keptAt = sitting.used;
    saver.respond(asRecord(sitting), number);
  }

  /** The clock runs while the exam is on screen and its answers can be kept: a lost connection costs no time. */
  function tick() {
    const now = performance.now();
    const gap = (now - tickedAt) / 1000;
    tickedAt = now;
    if (sitting?.state !== "running" || !isLive(model, el)) return;
    const before = secondsLeft(sitting);
    sitting.used += Math.min(gap, LONGEST_GAP);
    const left = secondsLeft(sitting);
    drawClock();
    if (before !== null && left !== null) warn(before, left);
    if (sitting.used - keptAt >= KEEP && !saver.isBusy()) keep(true);
  }

  /** @param {number} before @param {number} left */
  function warn(before, left) {
    for (const seconds of WARNINGS) if (before > seconds && left <= seconds) status.say(words.exLeftSoon(seconds / 60));
    if (before > 0 && left <= 0) {
      keep();
      draw(".ex-panel");
    }
  }

  // ---------------------------------------------------------------- what stands there

  /** Draws all anew, and takes the focus along where it was inside.
   * @param {string} [focus] the part to go to
   */
  function draw(focus) {
    setAttribute(root, "data-state", sitting?.state ?? "new");
    drawClock();
    if (!sitting) drawOpening();
    else if (sitting.state === "paused") drawPause();
    else if (sitting.state === "done") drawReport();
    else if ((secondsLeft(sitting) ?? 1) <= 0) drawTimeUp();
    else if (isAsking) drawQuestionOfEnd();
    else drawQuestion();
    settled();
    if (focus) go(focus);
  }

  /** @param {string} part a selector */
  function go(part) {
    const target = /** @type {HTMLElement | null} */ (body.querySelector(part));
    target?.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
      else target?.scrollIntoView({ block: "nearest" });
    });
  }

  function drawClock() {
    const isShown = sitting !== null && sitting.state !== "done";
    clock.hidden = !isShown;
    if (!sitting || !isShown) return;
    const left = secondsLeft(sitting);
    setText(clock, left === null ? words.exUsed(sitting.used) : left > 0 ? words.exLeft(left) : words.exTimeUp);
  }

  function drawOpening() {
    const shares = exam.domains.map((domain) => h("li", {}, ...around((one) => words.exShare(one, domain.questions), domain.name)));
    const timed = control("input", { type: "radio", name: `${name}-clock`, id: `${name}-timed`, value: "timed", checked: true });
    const open = control("input", { type: "radio", name: `${name}-clock`, id: `${name}-open`, value: "open" });
    const minutes = control("input", {
      type: "number", id: `${name}-minutes`, class: "ex-minutes", min: 1, max: MOST_MINUTES, step: 1, value: exam.minutes, inputmode: "numeric",
      "aria-describedby": `${name}-wrong`, input: () => void (timed.checked = true),
    });
    const wrong = h("p", { class: "ex-wrong", id: `${name}-wrong`, role: "alert" });

    function start() {
      const limit = open.checked ? null : Number(minutes.value);
      const isWrong = limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= MOST_MINUTES);
      setAttribute(minutes, "aria-invalid", isWrong && "true");
      setText(wrong, isWrong ? words.exWrongMinutes(MOST_MINUTES) : "");
      if (isWrong) return minutes.focus();
      items = model.get("items");
      number = nextNumber();
      sitting = begun([...model.get("form")], limit);
      tickedAt = performance.now();
      keep();
      draw(".ex-question");
    }

    body.replaceChildren(
      h("p", { class: "ex-lead", tabindex: -1, "data-lm-suppress-shortcuts": "true" }, words.exLead(exam.questions)),
      h("ul", { class: "ex-shares" }, ...shares),
      h("div", { class: "ex-note cq-rich" }, rich(exam.note)),
      h(
        "fieldset",
        { class: "ex-choice" },
        h("legend", {}, words.exTime),
        h("div", { class: "ex-way" }, h("label", { for: timed.id }, timed, h("span", {}, words.exTimed)), h("label", { class: "ex-for", for: minutes.id }, minutes, h("span", {}, words.exMinutes))),
        h("div", { class: "ex-way" }, h("label", { for: open.id }, open, h("span", {}, words.exUntimed))),
        h("p", { class: "cq-hint" }, words.exTimeHint),
        wrong,
      ),
      h("div", { class: "cq-actions" }, button(words.exStart, start, "cq-primary"), ...lastReport()),
      ...attempts(),
    );
  }

  /** The way back to the report of the sitting that was finished last. */
  function lastReport() {
    const last = shownAs(model.get("saved"));
    if (last?.state !== "done") return [];
    const show = () => {
      restore(model.get("saved"));
      draw(".ex-result");
    };
    return [button(words.exLastReport, show)];
  }

  function attempts() {
    const all = /** @type {import("./exam_attempts.js").Attempt[]} */ (model.get("attempts"));
    return all.length ? [attemptsElement(all, `${name}-attempts`)] : [];
  }

  function drawQuestion() {
    const running = /** @type {Sitting} */ (sitting);
    const item = items[running.form[running.place]];
    const heading = words.question(running.place + 1, running.form.length);
    const face = faces[item.type](item, {
      name: `${name}-${running.place}`,
      stemId: `${name}-stem`,
      onChange: changed,
      say: status.say,
    });
    face.show(running.answers[item.id] ?? blank(item));
    const hint = h("p", { class: "cq-hint", id: `${name}-hint` }, face.hint("check"));
    const keepOrder = face.settle ? [button(words.keepOrder, settle)] : [];
    const flag = control("button", { class: "cq-button ex-flag", click: toggle }, icon("flag"), h("span", {}, words.exFlag));
    const map = createMap(running);

    function changed() {
      const answer = face.read();
      if (same(answer, running.answers[item.id] ?? blank(item))) return;
      running.answers[item.id] = answer;
      setText(hint, face.hint("check"));
      map.mark();
      keep();
    }

    function settle() {
      face.settle?.();
      changed();
      status.say(words.exKept);
    }

    function toggle() {
      const isFlagged = running.flags.includes(item.id);
      running.flags = isFlagged ? running.flags.filter((one) => one !== item.id) : [...running.flags, item.id];
      setAttribute(flag, "aria-pressed", String(!isFlagged));
      map.mark();
      keep();
    }

    setAttribute(flag, "aria-pressed", String(running.flags.includes(item.id)));
    const isLast = running.place === running.form.length - 1;
    const next = isLast ? button(words.exToEnd, askForEnd, "cq-primary") : button(words.exNext, () => show(running.place + 1), "cq-primary");
    const back = button(words.exBack, () => show(running.place - 1));
    setAttribute(back, "aria-disabled", running.place === 0 && "true");
    body.replaceChildren(
      h(
        "fieldset",
        { class: "cq-question ex-question", tabindex: -1, "data-lm-suppress-shortcuts": "true", "aria-labelledby": `${name}-number ${name}-stem`, "aria-describedby": hint.id },
        h("legend", { class: "ex-number", id: `${name}-number` }, heading),
        h("div", { class: "cq-stem", id: `${name}-stem` }, rich(item.stem)),
        hint,
        ...face.parts,
      ),
      h("div", { class: "cq-actions ex-steps" }, back, next, ...keepOrder, flag),
      map.element,
      h("div", { class: "cq-actions ex-more" }, button(words.exPause, pause), ...(isLast ? [] : [button(words.exToEnd, askForEnd)])),
    );
  }

  /** @param {number} place */
  function show(place) {
    if (!sitting || place < 0) return;
    sitting.place = place;
    isAsking = false;
    draw(".ex-question");
  }

  /** Every question by number: where one is, what is answered, what was flagged.
   * @param {Sitting} running
   */
  function createMap(running) {
    const rows = running.form.map((item, place) => {
      const one = control("button", { class: "ex-place", click: () => show(place) }, h("span", {}, String(place + 1)), icon("flag"));
      if (place === running.place) one.setAttribute("aria-current", "step");
      return { item, place, one };
    });
    const summary = h("p", { class: "cq-hint" });
    const list = h("ol", { class: "ex-places", role: "list" }, ...rows.map(({ one }) => h("li", {}, one)));

    function mark() {
      for (const { item, place, one } of rows) {
        const isDone = isAnswered(running, item);
        const isFlagged = running.flags.includes(item);
        setAttribute(one, "data-done", isDone);
        setAttribute(one, "data-flag", isFlagged);
        setAttribute(one, "aria-label", words.exPlace(place + 1, isDone, isFlagged));
      }
      setText(summary, words.exStanding(running.form.filter((item) => isAnswered(running, item)).length, running.form.length, running.flags.length));
    }

    mark();
    return { element: h("nav", { class: "ex-map", "aria-label": words.exMap }, summary, list), mark };
  }

  function drawTimeUp() {
    if (!sitting) return;
    const goOn = () => {
      if (!sitting) return;
      sitting.limit = null;
      keep();
      draw(".ex-question");
    };
    panel("ex-time-up", words.exTimeUp, [h("p", {}, words.exTimeUpMore)], [button(words.exFinish, finish, "cq-primary"), button(words.exGoOn, goOn)]);
  }

  function askForEnd() {
    isAsking = true;
    draw(".ex-panel");
  }

  function drawQuestionOfEnd() {
    const running = /** @type {Sitting} */ (sitting);
    const numbers = (/** @type {(item: string) => boolean} */ is) => running.form.flatMap((item, n) => (is(item) ? [n + 1] : []));
    const open = numbers((item) => !isAnswered(running, item));
    const flagged = numbers((item) => running.flags.includes(item));
    const lines = [open.length ? words.exOpen(open) : words.exAllAnswered, ...(flagged.length ? [words.exFlagged(flagged)] : [])];
    panel(
      "ex-end",
      words.exEndAsk,
      lines.map((line) => h("p", {}, line)),
      [button(words.exFinish, finish, "cq-primary"), button(words.exKeepOn, () => show((open[0] ?? flagged[0] ?? running.place + 1) - 1))],
    );
  }

  /** What takes the place of the question for a moment.
   * @param {string} kind @param {string} title @param {HTMLElement[]} parts @param {HTMLElement[]} actions
   */
  function panel(kind, title, parts, actions) {
    const head = h("h4", { id: `${name}-panel` }, title);
    body.replaceChildren(
      h(
        "div",
        { class: `ex-panel cq-panel ${kind}`, role: "group", tabindex: -1, "data-lm-suppress-shortcuts": "true", "aria-labelledby": head.id },
        head,
        ...parts,
        h("div", { class: "cq-actions" }, ...actions),
      ),
    );
  }

  function pause() {
    if (!sitting) return;
    tick();
    sitting.state = "paused";
    keep();
    draw(".ex-panel");
  }

  function drawPause() {
    const goOn = () => {
      if (!sitting) return;
      sitting.state = "running";
      tickedAt = performance.now();
      keep();
      draw(".ex-question");
    };
    panel("ex-pause", words.exPaused, [h("p", {}, words.exPausedMore)], [button(words.exResume, goOn, "cq-primary")]);
  }

  function finish() {
    if (!sitting) return;
    tick();
    isAsking = false;
    sitting.state = "done";
    keep();
    draw(".ex-result");
  }

  function drawReport() {
    const done = /** @type {Sitting} */ (sitting);
    const again = () => {
      sitting = null;
      draw(".ex-lead");
    };
    body.replaceChildren(
      ...reportElements(exam, items, done, name),
      h("div", { class: "cq-actions" }, button(words.exAnother, again, "cq-primary")),
      ...attempts(),
    );
  }

  // ---------------------------------------------------------------- from the log

  /** @param {{ response: any, attempt: number } | null} line @returns {Sitting | null} */
  function shownAs(line) {
    return line ? fromRecord(line.response, model.get("items")) : null;
  }

  /** @param {{ response: any, attempt: number }} line */
  function restore(line) {
    items = model.get("items");
    sitting = shownAs(line);
    number = line.attempt;
    keptAt = sitting?.used ?? 0;
    tickedAt = performance.now();
  }

  function nextNumber() {
    const saved = model.get("saved");
    return Math.max(saved?.attempt ?? 0, number, ...model.get("attempts").map((/** @type {any} */ one) => one.number)) + 1;
  }

  function follow() {
    const line = model.get("saved");
    if (!line || saver.isBusy() || saver.isOwn(line)) return;
    const now = sitting && { ...asRecord(sitting), used: "" };
    if (line.attempt !== number || !now || !same({ ...line.response, used: "" }, now)) {
      restore(line);
      draw();
    }
    saver.accept(line);
  }

  model.on("change:attempts", () => {
    if (sitting?.state === "done") for (const old of body.querySelectorAll(".ex-attempts")) old.replaceWith(...attempts());
    if (sitting?.state === "done" && !body.querySelector(".ex-attempts")) body.append(...attempts());
  });

  const saved = model.get("saved");
  const pending = saver.resume(saved);
  const line = pending ?? saved;
  if (line && (pending || line.response.state !== "done")) restore(line);
  if (saved && !pending && sitting) saver.accept(saved);
  draw();
  el.append(root);
  const timer = setInterval(tick, TICK);
  const end = connect(model, saver, follow);
  return () => {
    clearInterval(timer);
    if (sitting?.state === "running" && sitting.used - keptAt >= 1) keep(true);
    end();
  };
}

export default { render };
