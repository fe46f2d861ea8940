// Practice: the page judges an answer at once, and the learner tries until it is right.
import { certaintyWords, createCertainty } from "./certainty.js";
import { control, setAttribute, setText } from "./dom.js";
import { answerKey, blank, progress, same } from "./items.js";
import { score } from "./scoring.js";
import { verdictOf } from "./verdicts.js";
import { words } from "./words/activities.js";

/** @typedef {import("./items.js").Answer} Answer */
/** @typedef {{ response: Answer, attempt: number } & import("./saving.js").Told} Tried */
/**
 * @typedef {object} View what the flows of practice and check work with
 * @property {string} name unique in the page, and legal in ids
 * @property {import("./items.js").Item} item
 * @property {import("./types/index.js").Face} face
 * @property {ReturnType<typeof import("./status.js").createStatus>} status
 * @property {ReturnType<typeof import("./saving.js").createSaver>} saver
 * @property {() => void} settleView called when a verdict has come: brings it into sight
 */
/**
 * @typedef {object} Flow
 * @property {HTMLElement[]} actions
 * @property {HTMLElement} [aside] what may be said of the answer; stands before the actions
 * @property {() => void} changed the learner changed the answer on screen
 * @property {(tried: Tried) => void} restore puts an answer given before on screen
 */

const TRIES_BEFORE_ANSWER = 2;

/** @param {View} view @returns {Flow} */
export function createPractice({ name, item, face, status, saver, settleView }) {
  const isShort = item.type === "short";
  const checkButton = control("button", { class: "cq-button cq-primary", click: check }, isShort ? words.compare : words.check);
  const showButton = control("button", { class: "cq-button", hidden: true, click: toggleAnswer }, words.showAnswer);
  const againButton = control("button", { class: "cq-button", hidden: true, click: startAgain }, words.startAgain);

  // Asked before the first try only: whoever tries again has read a note.
  const certainty = isShort ? null : createCertainty(name);

  let attempts = 0; // in the log, so over all days
  let wrongTries = 0; // since the learner started
  /** @type {Answer | null} */
  let judged = null; // the answer that the verdict on screen speaks of
  let isShown = false; // the answer, by the learner's wish
  /** @type {import("./certainty.js").Certainty | null} */
  let told = null; // how sure the learner was of the answer that the verdict speaks of

  const isRight = (/** @type {Answer} */ response) => isShort || score(answerKey(item), response) === 1;
  const isSolved = () => judged !== null && isRight(judged);
  const mayShow = () => !isSolved() && wrongTries >= TRIES_BEFORE_ANSWER;

  function check() {
    face.settle?.();
    const response = face.read();
    if (!isReady(response)) return ask(response);
    if (judged !== null && same(judged, response)) return checkedAlready();
    attempts += 1;
    told = attempts === 1 ? (certainty?.read() ?? null) : null;
    saver.respond(response, attempts, told ? { certainty: told } : {});
    isShown = false;
    if (!isRight(response)) wrongTries += 1;
    judge(response);
    update();
    settleView();
  }

  /** @param {Answer} response */
  function isReady(response) {
    const { done, of } = progress(item, response);
    return done === of;
  }

  /** @param {Answer} response */
  function ask(response) {
    const more = progress(item, response).done > 0 ? face.hint("practice") : "";
    status.verdict({ tone: "note", title: words.answerFirst[item.type], text: more });
    settleView();
  }

  // A double click must not count as a second try.
  function checkedAlready() {
    saver.retry();
    if (judged !== null && !isSolved()) status.verdict({ ...verdictOf(item, judged), text: words.changeFirst });
  }

  /** @param {Answer} response */
  function judge(response) {
    judged = response;
    face.mark({ all: isSolved() });
    const more = told ? certaintyWords(told, score(answerKey(item), response) ?? 0) : "";
    status.verdict({ ...verdictOf(item, response, mayShow() ? words.tryOrShow : undefined), more });
  }

  function update() {
    setAttribute(checkButton, "aria-disabled", isSolved() && "true");
    showButton.hidden = !mayShow();
    setText(showButton, isShown ? words.hideAnswer : words.showAnswer);
    setAttribute(showButton, "aria-expanded", isShown ? "true" : "false");
    againButton.hidden = isShort || !(isSolved() || isShown);
    if (certainty) certainty.element.hidden = attempts > 0;
  }

  function toggleAnswer() {
    isShown = !isShown;
    if (isShown) {
      face.mark({ all: true });
      status.verdict({ tone: "shown", title: words.answerShown, text: words.answerShownMore });
    } else if (judged !== null) judge(judged);
    else {
      face.mark(null);
      status.verdict(null);
    }
    update();
  }

  function startAgain() {
    wrongTries = 0;
    face.mark(null);
    face.show(blank(item));
    forget();
    face.focus();
  }

  /** Takes back a verdict that no longer fits what is on screen. */
  function forget() {
    judged = null;
    isShown = false;
    status.verdict(null);
    saver.rest();
    update();
  }

  return {
    actions: [checkButton, showButton, againButton],
    aside: certainty?.element,
    changed() {
      // Notes under options stay as true as they were; with the whole answer on screen there is nothing to try.
      if (!isShort && (isSolved() || isShown)) face.mark(null);
      forget();
    },
    restore({ response, attempt, certainty: said }) {
      attempts = Math.max(attempts, attempt);
      told = said ?? null;
      isShown = false;
      wrongTries = isRight(response) ? 0 : attempt;
      face.show(response);
      judge(response);
      update();
    },
  };
}
