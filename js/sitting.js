// A sitting of the practice exam: what is kept of it, and what it comes to. Pure: nothing here knows the page.
// course/exams.py reads and checks the same record.
import { answerKey, blank } from "./items.js";
import { isBlank, isWellFormed, score } from "./scoring.js";

/** @typedef {import("./items.js").Answer} Answer */
/** @typedef {import("./items.js").Item & { objective: string, domain: string }} Item */
/**
 * @typedef {object} Exam what a sitting is drawn from
 * @property {string} id @property {string} title @property {string} note
 * @property {number} questions @property {number} minutes
 * @property {{ id: string, name: string, questions: number }[]} domains
 * @property {{ id: string, title: string, lesson: string }[]} modules
 * @property {Record<string, { text: string, module: string, sections: string[] }>} objectives
 */
/**
 * @typedef {object} Sitting
 * @property {"running" | "paused" | "done"} state
 * @property {string[]} form the items, in the order asked
 * @property {number | null} limit minutes on the clock; null without one
 * @property {number} used seconds
 * @property {number} place of the question on screen, from 0
 * @property {string[]} flags items to come back to
 * @property {Record<string, Answer>} answers by item
 */
/** @typedef {{ points: number, of: number }} Tally */

/** A sitting that has just begun.
 * @param {string[]} form @param {number | null} limit
 * @returns {Sitting}
 */
export function begun(form, limit) {
  return { state: "running", form, limit, used: 0, place: 0, flags: [], answers: {} };
}

/** A sitting as the log keeps it: texts alone.
 * @param {Sitting} sitting
 * @returns {Record<string, string>}
 */
export function asRecord({ state, form, limit, used, place, flags, answers }) {
  const given = Object.entries(answers).map(([item, answer]) => [item, JSON.stringify(answer)]);
  return {
    state,
    form: form.join(" "),
    limit: limit === null ? "" : String(limit),
    used: String(Math.round(used)),
    place: String(place),
    flags: flags.join(" "),
    ...Object.fromEntries(given),
  };
}

/** The sitting that a record of the log holds, without questions that the exam no longer has; null where none is left.
 * @param {Record<string, string>} record @param {Record<string, Item>} items
 * @returns {Sitting | null}
 */
export function fromRecord(record, items) {
  const asked = (record.form ?? "").split(" ");
  const form = asked.filter((item) => Object.hasOwn(items, item));
  if (!form.length) return null;
  const answers = form.flatMap((item) => {
    const answer = Object.hasOwn(record, item) ? JSON.parse(record[item]) : null;
    return answer !== null && isWellFormed(answerKey(items[item]), answer) ? [[item, answer]] : [];
  });
  return {
    state: /** @type {Sitting["state"]} */ (record.state),
    form,
    limit: record.limit ? Number(record.limit) : null,
    used: Number(record.used),
    place: Math.max(0, form.indexOf(asked[Number(record.place)])),
    flags: (record.flags ?? "").split(" ").filter((item) => form.includes(item)),
    answers: Object.fromEntries(answers),
  };
}

/** Whether a question has an answer, whole or in part.
 * @param {Sitting} sitting @param {string} item
 */
export function isAnswered({ answers }, item) {
  return !isBlank(answers[item]);
}

/** The seconds left on the clock, below 0 once it has run out; null without a clock.
 * @param {Sitting} sitting
 */
export function secondsLeft({ limit, used }) {
  return limit === null ? null : limit * 60 - used;
}

/** The share of its point that an answer earns.
 * @param {Sitting} sitting @param {Item} item
 */
export function shareOf({ answers }, item) {
  return score(answerKey(item), answers[item.id] ?? blank(item)) ?? 0;
}

/** What a sitting comes to: in all, by module, by objective and by domain, each in the exam's order.
 * @param {Exam} exam @param {Record<string, Item>} items @param {Sitting} sitting
 */
export function reportOf(exam, items, sitting) {
  const asked = sitting.form.map((item) => items[item]);
  /** @param {(item: Item) => boolean} belongs @returns {Tally} */
  const tally = (belongs) => {
    const mine = asked.filter(belongs);
    return { points: mine.reduce((sum, item) => sum + shareOf(sitting, item), 0), of: mine.length };
  };
  const modules = exam.modules.map((module) => ({
    ...module,
    ...tally(({ objective }) => exam.objectives[objective]?.module === module.id),
  }));
  const objectives = Object.entries(exam.objectives).map(([id, objective]) => ({
    id,
    ...objective,
    ...tally((item) => item.objective === id),
  }));
  const domains = exam.domains.map(({ id, name }) => ({ id, name, ...tally(({ domain }) => domain === id) }));
  const isAsked = (/** @type {Tally} */ { of }) => of > 0;
  return {
    all: tally(() => true),
    modules: modules.filter(isAsked),
    objectives: objectives.filter(isAsked),
    domains: domains.filter(isAsked),
  };
}
