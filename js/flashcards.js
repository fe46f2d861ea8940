// The entry of the flashcards: one card at a time. What is due is worked out in Python, from the log.
import { control, h, phrasing, rich } from "./dom.js";
import { createSaver, pageMemory } from "./saving.js";
import { createStatus } from "./status.js";
import { connect, guardAgainstDoubleClicks, isLive, rootAttributes } from "./view.js";
import { fromNow, speak, words } from "./words/activities.js";

/**
 * @typedef {object} Deck
 * @property {string[]} queue the cards to look at now
 * @property {number} due @property {number} new
 * @property {string[]} known
 * @property {string | null} next_at when something is due again, where nothing is now
 * @property {Record<string, number>} dues seconds until the first card would come again, by rating
 */
/** @typedef {{ front: string, back: string }} Word a word of the glossary and its meaning */
/** @typedef {Word | { item: import("./items.js").Item }} Card */

const RATINGS = /** @type {const} */ (["again", "hard", "good", "easy"]);

/** @param {string} text */
const label = (text) => h("p", { class: "fc-label" }, text);

/** @param {Word} word */
function wordSides({ front, back }) {
  return {
    front: [label(words.fcFront), h("p", { class: "fc-front" }, phrasing(front))],
    back: [label(words.fcBack), h("div", { class: "cq-rich" }, rich(back))],
    show: words.fcShow,
  };
}

/** A question with its choices, and what is right with its rationale.
 * @param {import("./items.js").Item} item
 */
function questionSides({ stem, options = [], reasons = [], key }) {
  const right = /** @type {string[]} */ (key);
  const listed = (/** @type {import("./items.js").Option[]} */ list) => h("ul", {}, ...list.map(({ html }) => h("li", {}, phrasing(html))));
  const because = reasons.length ? [h("p", {}, words.fcBecause), listed(reasons)] : [];
  const explained = [options, reasons].flatMap((list) =>
    list
      .filter(({ id }) => right.includes(id))
      .flatMap(({ html, rationale }) => [h("p", { class: "fc-right" }, phrasing(html)), rich(rationale ?? "")]),
  );
  return {
    front: [label(words.fcAskQuestion), h("div", { class: "fc-question cq-rich" }, rich(stem), listed(options), ...because)],
    back: [label(words.fcAnswer), h("div", { class: "cq-rich" }, ...explained)],
    show: words.fcShowAnswer,
  };
}

/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: import("./view.js").Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  speak(model);
  const page = pageMemory();
  const name = `course-flashcards-${++page.views}`;
  let isTurned = false;
  let isWaiting = false; // for a review to be on disk: the next card comes once it is
  let hasFocus = false; // whether the learner was here when the review was sent

  const status = createStatus({ idle: "", onResend: () => saver.retry() });
  const saver = createSaver({
    page,
    key: `${model.get("store")}\nflashcards ${model.get("name")}`,
    send: (message) => model.send(message),
    isLive: () => isLive(model, el),
    onStatus(next) {
      status.saving(next);
      if (next.phase === "saved" && isWaiting) goOn();
    },
  });

  const counts = h("p", { class: "cq-hint" });
  const card = h("div", { class: "fc-card", role: "group", tabindex: -1, "data-lm-suppress-shortcuts": "true" });
  const ratings = h("div", { class: "fc-ratings" });
  const actions = h("div", { class: "cq-actions" });
  const root = h(
    "div",
    rootAttributes("flashcards", () => saver.flush()),
    h(
      "section",
      { class: "cq-card", "data-mode": "practice", "aria-labelledby": `${name}-title` },
      h("h3", { class: "cq-heading", id: `${name}-title` }, words.fcTitle),
      counts,
      card,
      ratings,
      h("div", { class: "cq-foot" }, actions, ...status.elements),
    ),
  );
  const settled = guardAgainstDoubleClicks(root);

  /** @returns {Deck} */
  const deck = () => model.get("deck");
  /** @param {string} text @param {() => void} click */
  const button = (text, click) => control("button", { class: "cq-button", click }, text);

  function draw() {
    const { queue } = deck();
    const shown = /** @type {Record<string, Card>} */ (model.get("cards"))[queue[0]];
    if (shown) drawCard(shown);
    else drawDone();
    settled();
  }

  /** @param {Card} shown */
  function drawCard(shown) {
    counts.textContent = words.fcCounts(deck().due, deck().new);
    const sides = "item" in shown ? questionSides(shown.item) : wordSides(shown);
    const face = h("div", { id: `${name}-front` }, ...sides.front);
    const meaning = h("div", { id: `${name}-back`, class: "fc-back" }, ...sides.back);
    card.replaceChildren(face, ...(isTurned ? [meaning] : []));
    card.setAttribute("aria-labelledby", isTurned ? meaning.id : face.id);
    ratings.hidden = !isTurned;
    ratings.replaceChildren(...(isTurned ? [ratingGroup()] : []));
    const turning = control("button", { class: "cq-button cq-primary", click: turn }, sides.show);
    actions.replaceChildren(...(isTurned ? [] : [turning]), button(words.fcBury, () => act("bury")), button(words.fcKnown, () => act("known")));
  }

  function ratingGroup() {
    const buttons = RATINGS.map((rating) => {
      const when = words.fcAgain(fromNow(deck().dues[rating] ?? 0));
      return control("button", { class: "fc-rating", click: () => act(rating) }, h("strong", {}, words.fcRatings[rating]), " ", h("span", {}, when));
    });
    const ask = h("p", { class: "fc-label", id: `${name}-ask` }, words.fcAsk);
    return h("div", { role: "group", "aria-labelledby": ask.id }, ask, h("div", { class: "fc-row" }, ...buttons));
  }

  function drawDone() {
    const { known, next_at } = deck();
    const isAllKnown = known.length === Object.keys(model.get("cards")).length;
    counts.textContent = "";
    const seconds = next_at ? (new Date(next_at).getTime() - Date.now()) / 1000 : 0;
    const next = next_at ? [h("p", {}, words.fcNext(fromNow(seconds)))] : [];
    card.replaceChildren(h("div", { id: `${name}-front` }, h("p", { class: "fc-front" }, isAllKnown ? words.fcAllKnown : words.fcDone), ...next));
    card.setAttribute("aria-labelledby", `${name}-front`);
    ratings.hidden = true;
    actions.replaceChildren(button(words.fcLook, look), ...(known.length ? [button(words.fcBring(known.length), () => act("back", ""))] : []));
  }

  function turn() {
    isTurned = true;
    draw();
    focusCard();
  }

  /** Does something with a card, the one on screen unless told otherwise.
   * @param {string} what @param {string} [which]
   */
  function act(what, which = deck().queue[0]) {
    if (isWaiting) return saver.retry();
    isWaiting = true;
    hasFocus = root.contains(document.activeElement);
    saver.respond({ card: which, act: what }, 1);
  }

  function goOn() {
    isWaiting = false;
    isTurned = false;
    draw();
    if (hasFocus) focusCard();
  }

  function look() {
    isTurned = false;
    try {
      model.send({ type: "look" });
    } catch {
      // nobody is there; the next review says so
    }
    draw();
    focusCard();
  }

  /** Focus on the card reads it out. */
  function focusCard() {
    card.focus({ preventScroll: true });
    requestAnimationFrame(() => root.scrollIntoView({ block: "nearest" }));
  }

  /** Another view has gone on, or time has. */
  function follow() {
    if (!isWaiting && !isTurned) draw();
  }

  draw();
  el.append(root);
  model.on("change:deck", follow);
  const end = connect(model, saver, () => {});
  if (saver.resume(null)) isWaiting = true;
  return end;
}

export default { render };
