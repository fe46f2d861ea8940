// How each knowledge check stands, and what comes next. Pure: nothing here knows JupyterLab or the page.

/** @typedef {import("./requests.js").Module} Module */
/** @typedef {import("./requests.js").Assignment} Assignment */
/** @typedef {import("./requests.js").Answered} Answered */
/** @typedef {import("./requests.js").Submission} Submission */
/** @typedef {"closed" | "open" | "started" | "answered" | "submitted" | "feedback"} Stage of a knowledge check */
/** @typedef {{ stage: Stage, notebook: string | null, answered: Answered | null, sent: Submission | null }} Standing */
/** @typedef {{ module: Module, step: "lesson" | "check" }} Next */

/** The check as it was fetched; its notebook's path, where it was.
 * @param {Module} module
 * @param {Assignment[]} assignments
 */
export function fetched({ check }, assignments) {
  const own = assignments.find(({ assignment_id: id, status }) => id === check.id && status === "fetched");
  return own ? { folder: own.path, notebook: own.notebooks[0]?.path ?? null } : null;
}

/** The newest submission of a check.
 * @param {Module} module
 * @param {Assignment[]} assignments
 * @returns {Submission | null}
 */
export function submission({ check }, assignments) {
  const sent = assignments.filter(({ assignment_id: id, status }) => id === check.id && status === "submitted");
  const all = sent.flatMap(({ submissions }) => submissions ?? []);
  return all.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1)).at(-1) ?? null;
}

/**
 * @param {Module} module
 * @param {Assignment[]} assignments
 * @param {Answered | null} answered
 * @returns {Standing}
 */
export function standingOf(module, assignments, answered) {
  const sent = submission(module, assignments);
  const here = fetched(module, assignments);
  const isReleased = assignments.some(({ assignment_id: id, status }) => id === module.check.id && status === "released");
  return { stage: stage(), notebook: here?.notebook ?? null, answered, sent };

  /** @returns {Stage} */
  function stage() {
    if (sent) return sent.has_local_feedback || sent.has_exchange_feedback ? "feedback" : "submitted";
    if (here) return answered && !answered.open.length ? "answered" : "started";
    return isReleased ? "open" : "closed";
  }
}

/** The first thing that is not done yet: a lesson before its check, a module before the next; a lesson whose check was
 * submitted already comes last.
 * @param {Module[]} modules
 * @param {Map<string, Standing>} standings by module id; empty where nbgrader did not answer
 * @returns {Next | null}
 */
export function nextStep(modules, standings) {
  for (const module of modules) {
    const stage = standings.get(module.id)?.stage;
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
