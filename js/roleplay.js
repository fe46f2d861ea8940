// The entry of the role-play: a conversation that branches, with what the learner's words did.
import { around, control, h, icon, ofCourse, phrasing, rich } from "./dom.js";
import { same } from "./items.js";
import { createSaver, pageMemory } from "./saving.js";
import { createStatus } from "./status.js";
import { beforeDanger, follow, tally } from "./story.js";
import { connect, guardAgainstDoubleClicks, isLive, rootAttributes } from "./view.js";
import { speak, words } from "./words/activities.js";

/** @typedef {import("./story.js").Story} Story */
/** @typedef {import("./story.js").Turn} Turn */

const MARKS = /** @type {const} */ ({
  "1": { tone: "helped", say: "rpHelped", line: "helps" },
  "0": { tone: "neutral", say: "rpNeutral", line: "neutral" },
  "-1": { tone: "hindered", say: "rpHindered", line: "hinders" },
});
const OUTCOMES = /** @type {const} */ ({ safe: "right", mixed: "alert", unsafe: "alert" });

/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: import("./view.js").Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  speak(model);
  const story = /** @type {Story} */ (model.get("story"));
  const page = pageMemory();
  const name = `course-roleplay-${++page.views}`;
  const found = new Set(/** @type {string[]} */ (model.get("found")));

  /** @type {string[] | null} */
  let steps = null; // null until the learner has begun
  let attempt = 1;

  const status = createStatus({ idle: "", onResend: () => saver.retry() });
  const saver = createSaver({
    page,
    key: `${model.get("store")}\n${story.id}`,
    send: (message) => model.send(message),
    isLive: () => isLive(model, el),
    onStatus: status.saving,
  });

  const past = h("ol", { class: "rp-past", role: "list", "aria-label": words.rpSoFar });
  const now = h("div", { class: "rp-now", role: "group", tabindex: -1, "data-lm-suppress-shortcuts": "true" });
  const ways = h("div", { class: "rp-ways" });
  const scales = h("div", { class: "rp-scales" });
  const actions = h("div", { class: "cq-actions" });
  const support = h("details", { class: "cq-support" }, h("summary", {}, words.support), h("div", { class: "cq-rich" }, rich(story.support)));
  support.querySelector("summary")?.setAttribute("data-lm-suppress-shortcuts", "true");
  const root = h(
    "div",
    rootAttributes("roleplay", () => saver.flush()),
    h(
      "section",
      { class: "cq-card", "data-mode": "practice", "aria-labelledby": `${name}-title` },
      h("p", { class: "cq-heading" }, words.rolePlay),
      ofCourse("h3", story.title, { class: "rp-title", id: `${name}-title` }),
      h("div", { class: "rp-intro cq-rich" }, rich(story.intro)),
      past,
      now,
      ways,
      scales,
      h("div", { class: "cq-foot" }, actions, ...status.elements, support),
    ),
  );
  const settled = guardAgainstDoubleClicks(root);

  /** Goes to where some steps lead, says it, and keeps it.
   * @param {string[]} next
   */
  function go(next) {
    steps = next;
    saver.respond(next, attempt);
    draw();
    settled();
    now.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      now.scrollIntoView({ block: "nearest" });
      ways.scrollIntoView({ block: "nearest" });
      if (now.getBoundingClientRect().top < 0) now.scrollIntoView({ block: "start" });
    });
  }

  function startAgain() {
    attempt += 1;
    go([]);
  }

  function draw() {
    const isBegun = steps !== null;
    const { turns, place } = follow(story, steps ?? []);
    const ending = story.endings[place];
    if (ending) found.add(place);
    past.hidden = turns.length === 0;
    past.replaceChildren(...turns.map((turn, n) => pastTurn(turn, n === turns.length - 1)));
    now.hidden = !isBegun;
    ways.hidden = Boolean(ending);
    scales.hidden = turns.length === 0;
    if (!isBegun) drawOpening();
    else if (ending) drawEnding(turns, ending);
    else drawMoment(turns, place);
    drawScales(turns, Boolean(ending));
  }

  function drawOpening() {
    const start = control("button", { class: "cq-button cq-primary", click: () => go([]) }, words.rpStart);
    ways.replaceChildren(h("p", { class: "cq-hint" }, words.rpHow(story.minutes)));
    actions.replaceChildren(start);
  }

  /** @param {Turn} turn @param {boolean} isLast the effect of the last one stands below, with what follows from it */
  function pastTurn({ node, choice }, isLast) {
    const turn = h("li", { class: "rp-turn" }, said(node, node.red_flag), h("div", { class: "rp-bubble rp-mine" }, h("p", { class: "rp-who" }, words.rpYou), h("div", { class: "cq-rich" }, rich(choice.text))));
    if (!isLast) turn.append(effectOf(choice, false));
    return turn;
  }

  /** @param {import("./story.js").Node} node @param {boolean} [isFlagged] told afterwards: seeing it is the skill */
  function said(node, isFlagged = false) {
    const flag = isFlagged ? [h("p", { class: "rp-flag" }, icon("alert"), h("span", {}, words.rpRedFlag))] : [];
    if (!node.speaker) return h("div", { class: "rp-told" }, ...flag, h("div", { class: "cq-rich" }, rich(node.says)));
    return h("div", { class: "rp-bubble" }, ...flag, ofCourse("p", node.speaker, { class: "rp-who" }), h("div", { class: "cq-rich" }, rich(node.says)));
  }

  /** What a choice did; in full with a line for each dimension that it touched.
   * @param {import("./story.js").Choice} choice @param {boolean} isFull
   */
  function effectOf(choice, isFull) {
    const lines = story.dimensions.map((dimension) => {
      const mark = choice.marks[dimension.id] ?? 0;
      const { tone, say, line } = MARKS[/** @type {"1" | "0" | "-1"} */ (String(mark))];
      const text = h("span", {}, h("strong", {}, ...around(words[say], dimension.name)));
      if (isFull && mark !== 0) text.append(". ", ofCourse("span", dimension[line]));
      return h("li", { "data-mark": tone }, h("span", { class: "rp-mark", "aria-hidden": "true" }), text);
    });
    const list = h("ul", { class: "rp-marks", role: "list", "data-full": isFull && "true" }, ...lines);
    return h("div", { class: "rp-effect" }, h("p", { class: "rp-effect-title" }, words.rpEffect), h("div", { class: "cq-rich" }, rich(choice.effect)), list);
  }

  /** @param {Turn[]} turns @param {string} place */
  function drawMoment(turns, place) {
    const node = story.nodes[place];
    const last = turns.at(-1);
    const scene = h("div", { id: `${name}-scene` }, said(node));
    now.replaceChildren(...(last ? [effectOf(last.choice, true)] : []), scene);
    nameNow(last ? `${name}-effect ${name}-scene` : `${name}-scene`);
    const choices = node.choices.map((choice) =>
      control("button", { class: "rp-choice", click: () => go([...(steps ?? []), `${place}/${choice.id}`]) }, h("span", {}, phrasing(choice.text))),
    );
    ways.replaceChildren(
      h("div", { role: "group", "aria-labelledby": `${name}-choose` }, h("p", { class: "rp-choose", id: `${name}-choose` }, words.rpChoose), ...choices),
    );
    actions.replaceChildren(...(turns.length ? [back(turns), again()] : []));
  }

  /** Focus on the moment reads it out: first what the learner's words did, then what comes of it.
   * @param {string} ids
   */
  function nameNow(ids) {
    now.querySelector(".rp-effect")?.setAttribute("id", `${name}-effect`);
    now.setAttribute("aria-labelledby", ids);
  }

  /** @param {Turn[]} turns @param {import("./story.js").Ending} ending */
  function drawEnding(turns, ending) {
    const last = turns.at(-1);
    const isUnsafe = ending.outcome === "unsafe";
    const end = h(
      "div",
      { class: "rp-ending", "data-outcome": ending.outcome, id: `${name}-scene` },
      h("p", { class: "rp-outcome" }, icon(OUTCOMES[ending.outcome]), h("span", {}, words.rpOutcome[ending.outcome])),
      ofCourse("h4", ending.title),
      h("div", { class: "cq-rich" }, rich(ending.text)),
      ...(isUnsafe ? [h("p", {}, words.rpUnsafeMore)] : []),
      h("p", { class: "rp-found" }, words.rpFound(found.size, Object.keys(story.endings).length)),
    );
    now.replaceChildren(...(last ? [effectOf(last.choice, true)] : []), end);
    nameNow(last ? `${name}-effect ${name}-scene` : `${name}-scene`);
    const before = isUnsafe ? beforeDanger(turns) : null;
    const toDanger = before && control("button", { class: "cq-button cq-primary", click: () => go(before) }, words.rpBackToFlag);
    actions.replaceChildren(...(toDanger ? [toDanger] : []), back(turns), again());
  }

  /** @param {Turn[]} turns */
  function back(turns) {
    return control("button", { class: "cq-button", click: () => go(turns.slice(0, -1).map(({ step }) => step)) }, words.rpBack);
  }

  function again() {
    return control("button", { class: "cq-button", click: startAgain }, words.rpAgain);
  }

  /** Three bars, each in words too: a tick up where a choice helped, down where it hindered, a dot where neither.
   * @param {Turn[]} turns @param {boolean} isOver
   */
  function drawScales(turns, isOver) {
    const rows = story.dimensions.map((dimension) => {
      const { marks, helped, hindered } = tally(turns, dimension.id);
      const bar = h("span", { class: "rp-bar", "aria-hidden": "true" }, ...marks.map((mark) => h("span", { "data-mark": MARKS[/** @type {"1" | "0" | "-1"} */ (String(mark))].tone })));
      const line = dimension[helped > hindered ? "helps" : helped < hindered ? "hinders" : "neutral"];
      return h(
        "li",
        {},
        ofCourse("span", dimension.name, { class: "rp-scale-name" }),
        bar,
        h("span", { class: "rp-scale-words" }, words.rpCounts(helped, hindered, marks.length), ...(isOver ? [" ", ofCourse("span", line)] : [])),
      );
    });
    scales.replaceChildren(h("p", { class: "cq-panel-title" }, words.rpScales), h("ul", { role: "list" }, ...rows));
  }

  /** @param {{ response: any, attempt: number }} line */
  function restore(line) {
    steps = follow(story, line.response).turns.map(({ step }) => step);
    attempt = line.attempt;
    draw();
  }

  function followOthers() {
    const line = model.get("saved");
    if (!line || saver.isBusy() || saver.isOwn(line)) return;
    if (!same(line.response, steps ?? []) || line.attempt !== attempt) restore(line);
    saver.accept(line);
  }

  const saved = model.get("saved");
  const pending = saver.resume(saved);
  if (pending ?? saved) restore(pending ?? saved);
  else draw();
  if (saved && !pending) saver.accept(saved);
  el.append(root);
  return connect(model, saver, followOthers);
}

export default { render };
