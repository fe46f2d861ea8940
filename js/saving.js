// Sending answers to Python and waiting for its word that they are on disk.
// An answer is saved when its own number has been confirmed, and never before.
import { same } from "./items.js";

/** @typedef {import("./items.js").Answer} Answer */
/** @typedef {{ certainty?: import("./certainty.js").Certainty }} Told what a learner may say of an answer */
/** @typedef {{ response: Answer, attempt: number, at: string } & Told} Saved */
/** @typedef {{ n: number, response: Answer, attempt: number } & Told} Pending */
/**
 * @typedef {{ phase: "idle" } | { phase: "saving" } | { phase: "saved", at: string }
 *   | { phase: "unsaved", why: "silent" | "lost" } | { phase: "unsaved", why: "refused", message: string }} Status
 */
/** @typedef {{ type: "respond" } & Pending} Respond */
/**
 * @typedef {object} Page what all widgets of one page share
 * @property {number} number the last number given to a response
 * @property {number} views the number of views made so far
 * @property {Map<string, Pending>} pending answers not yet confirmed, by log and item
 */
/** @typedef {{ setTimeout(run: () => void, ms: number): any, clearTimeout(timer: any): void }} Timers */

export const WAIT = 4000; // ms until silence counts as "Not saved"
export const PAUSE = 700; // ms without a key stroke until a text is sent

/** The memory that outlives a widget: running a cell again makes a new one in the same page.
 * @returns {Page}
 */
export function pageMemory() {
  const shared = /** @type {any} */ (globalThis);
  // Numbers start at the time of day so that two tabs on one kernel, which hear each other's confirmations,
  // never give the same number.
  shared.courseQuiz ??= { number: Date.now() * 1000 + Math.floor(Math.random() * 1000), views: 0, pending: new Map() };
  return shared.courseQuiz;
}

/**
 * @typedef {object} Options
 * @property {(message: Respond) => void} send
 * @property {() => boolean} isLive whether there is still someone to send to
 * @property {(status: Status) => void} onStatus
 * @property {Page} page
 * @property {string} key the item in its log
 * @property {Timers} [timers]
 */

/** Keeps the latest response of one view until it is confirmed.
 * @param {Options} options
 */
export function createSaver({ send, isLive, onStatus, page, key, timers = globalThis }) {
  /** @type {Pending | null} */
  let latest = null;
  /** @type {Status} */
  let status = { phase: "idle" };
  /** @type {any} */
  let timer = null;
  let isTyped = false; // a text that waits for a pause in typing

  /** @param {Status} next */
  function become(next) {
    timers.clearTimeout(timer);
    isTyped = false;
    status = next;
    onStatus(status);
  }

  /** @param {Answer} response @param {number} attempt @param {Told} [told] */
  function take(response, attempt, told = {}) {
    latest = { n: ++page.number, response, attempt, ...told };
    page.pending.set(key, latest);
  }

  function dispatch() {
    if (!latest) return;
    become({ phase: "saving" });
    if (!isLive()) return become({ phase: "unsaved", why: "lost" });
    timer = timers.setTimeout(() => become({ phase: "unsaved", why: "silent" }), WAIT);
    try {
      send({ type: "respond", ...latest });
    } catch {
      become({ phase: "unsaved", why: "lost" });
    }
  }

  return {
    /** Sends a response at once.
     * @param {Answer} response
     * @param {number} attempt
     * @param {Told} [told]
     */
    respond(response, attempt, told) {
      take(response, attempt, told);
      dispatch();
    },

    /** Sends a text once its writer pauses.
     * @param {Answer} response
     * @param {number} attempt
     */
    respondSoon(response, attempt) {
      take(response, attempt);
      become({ phase: "saving" });
      isTyped = true;
      timer = timers.setTimeout(dispatch, PAUSE);
    },

    /** Sends a waiting text now. */
    flush() {
      if (isTyped) dispatch();
    },

    /** Sends the latest response again, under its old number: it is the same response. */
    retry() {
      if (status.phase === "unsaved") dispatch();
    },

    /** Takes over, and sends, what an earlier widget of this page could not save; null when there is nothing.
     * @param {Saved | null} saved the last confirmed line, which may be that answer after all
     * @returns {Pending | null}
     */
    resume(saved) {
      const pending = page.pending.get(key) ?? null;
      if (pending && saved && pending.attempt === saved.attempt && same(pending.response, saved.response)) {
        page.pending.delete(key);
        return null;
      }
      latest = pending;
      dispatch();
      return pending;
    },

    /** Takes in what Python says.
     * @param {any} message
     */
    hear(message) {
      if (!latest || message?.n !== latest.n) return; // of an older response, or of another view or tab
      if (message.type === "saved") {
        if (page.pending.get(key)?.n === latest.n) page.pending.delete(key);
        become({ phase: "saved", at: message.at });
      } else if (message.type === "refused") {
        become({ phase: "unsaved", why: "refused", message: message.message ?? "" });
      }
    },

    /** The way to Python has closed or opened: says so, or sends again what is waiting. */
    liveness() {
      if (status.phase === "saving" && !isTyped && !isLive()) become({ phase: "unsaved", why: "lost" });
      else if (status.phase === "unsaved" && status.why !== "refused" && isLive()) dispatch();
    },

    /** Shows a line of the log that was confirmed elsewhere, before this view or in another one.
     * @param {Saved} saved
     */
    accept(saved) {
      become({ phase: "saved", at: saved.at });
    },

    /** Stops speaking of an answer that is no longer on screen; one still under way is not given up. */
    rest() {
      if (status.phase === "saved") become({ phase: "idle" });
    },

    /** Whether an answer of this view is under way or held back. */
    isBusy: () => status.phase === "saving" || status.phase === "unsaved",

    /** Whether a confirmed line is the latest response of this view.
     * @param {Saved} saved
     */
    isOwn: (saved) => latest !== null && latest.attempt === saved.attempt && same(latest.response, saved.response),

    /** Ends with the view; a text still waiting for a pause is sent first. */
    stop() {
      if (isTyped) dispatch();
      timers.clearTimeout(timer);
    },
  };
}
