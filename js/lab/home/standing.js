// How each knowledge check stands, and what comes next. Pure: nothing here knows JupyterLab or the page.

/** @typedef {import("./requests.js").Module} Module */
/** @typedef {import("./requests.js").Assignment} Assignment */
/** @typedef {import("./requests.js").Answered} Answered */
/** @typedef {import("./requests.js").Submission} Submission */
/** @typedef {import("./requests.js").Result} Result */
/** @typedef {import("./requests.js").Told} Told */
/** @typedef {"closed" | "open" | "started" | "answered" | "submitted" | "feedback"} Stage of a knowledge check */
/**
 * @typedef {object} Standing of a check or a retake
 * @property {Stage} stage
 * @property {string | null} notebook
 * @property {Answered | null} answered
 * @property {Submission | null} sent
 * @property {string} due empty where there is no due date
 * @property {Result | null} result of the feedback that is there and was fetched
 */
/** @typedef {Standing & { retake: Standing | null, better: Result | null }} CheckStanding `better`: the result that counts */
/** @typedef {{ module: Module, step: "lesson" | "check" | "retake" }} Next */

/** An assignment as it was fetched; its notebook's path, where it was.
 * @param {string} id
 * @param {Assignment[]} assignments
 */
export function fetched(id, assignments) {
  const own = assignments.find(({ assignment_id, status }) => assignment_id === id && status === "fetched");
  return own ? { folder: own.path, notebook: own.notebooks[0]?.path ?? null } : null;
}

/** The newest submission of an assignment.
 * @param {string} id
 * @param {Assignment[]} assignments
 * @returns {Submission | null}
 */
export function submission(id, assignments) {
  const sent = assignments.filter(({ assignment_id, status }) => assignment_id === id && status === "submitted");
  const all = sent.flatMap(({ submissions }) => submissions ?? []);
  return all.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1)).at(-1) ?? null;
}

/** How a check stands; or a retake, which is there for those only to whom it was opened.
 * @param {string} id
 * @param {Assignment[]} assignments
 * @param {Answered | null} answered
 * @param {Told | null} [told]
 * @returns {Standing}
 */
export function standingOf(id, assignments, answered, told = null) {
  const sent = submission(id, assignments);
  const here = fetched(id, assignments);
  const isReleased = assignments.some(({ assignment_id, status }) => assignment_id === id && status === "released");
  const result = sent?.has_local_feedback ? (told?.result ?? null) : null;
  return { stage: stage(), notebook: here?.notebook ?? null, answered, sent, due: told?.due ?? "", result };

  /** @returns {Stage} */
  function stage() {
    if (sent) return sent.has_local_feedback || sent.has_exchange_feedback ? "feedback" : "submitted";
    if (told?.open === false) return "closed";
    if (here) return answered && !answered.open.length ? "answered" : "started";
    return isReleased ? "open" : "closed";
  }
}

/** A check and its retake as one: the better result counts.
 * @param {Standing} check
 * @param {Standing | null} retake
 * @returns {CheckStanding}
 */
export function together(check, retake) {
  const results = [check, retake].flatMap((one) => (one?.result ? [one.result] : []));
  const settled = results.filter(({ waits }) => !waits);
  const better = settled.reduce((best, one) => (best && best.score >= one.score ? best : one), /** @type {Result | null} */ (null));
  return { ...check, retake, better };
}

/** Whether a retake is there to be begun, gone on with or submitted.
 * @param {CheckStanding | undefined} standing
 */
export function isRetakeOpen(standing) {
  const stage = standing?.retake?.stage;
  return !standing?.better?.passed && (stage === "open" || stage === "started" || stage === "answered");
}

/** The first thing that is not done yet: a lesson before its check, a module before the next; a lesson whose check was
 * submitted already comes last.
 * @param {Module[]} modules
 * @param {Map<string, CheckStanding>} standings by module id; empty where nbgrader did not answer
 * @returns {Next | null}
 */
export function nextStep(modules, standings) {
  for (const module of modules) {
    const standing = standings.get(module.id);
    const stage = standing?.stage;
    if (isRetakeOpen(standing)) return { module, step: "retake" };
    if (stage === "submitted" || stage === "feedback") continue;
    if (module.next) return { module, step: "lesson" };
    if (stage && stage !== "closed") return { module, step: "check" };
  }
  const left = modules.find(({ next }) => next);
  return left ? { module: left, step: "lesson" } : null;
}

/** nbgrader's time, as "2026-11-21 13:45:00.123456 UTC", as a date.
 * @param {string} timestamp
 */
export function timeOf(timestamp) {
  const [day, clock = "00:00:00", zone = "UTC"] = timestamp.split(" ");
  return new Date(`${day}T${clock.slice(0, 12)}${zone === "UTC" ? "Z" : zone}`);
}
