// What the course page asks of the learner's own server: our endpoints (course/server/) and nbgrader's.

/** @typedef {{ cell: string, kind: "read" | "practice" | "roleplay" | "reflect" | "flashcards" | "exam", title?: string }} Step */
/** @typedef {{ done: number, of: number }} Count */
/**
 * @typedef {object} Module
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {string} lesson the notebook's file name
 * @property {{ lesson: number, check: number }} minutes
 * @property {{ id: string, kind: "check" | "final", title: string, questions: number, points: number, retake?: string }} check
 * @property {Count} read
 * @property {Count} practice
 * @property {{ due: number, new: number }} cards flashcards that wait
 * @property {Step | null} next
 */
/**
 * @typedef {object} Course
 * @property {string} course
 * @property {string} title
 * @property {string} language that it is written in
 * @property {string} disclaimer
 * @property {number} pass_mark share of the points
 * @property {{ lead: string, lines: { name: string, number: string, how: string, url: string | null }[], elsewhere: string }} help
 * @property {string} lessons the folder of lessons
 * @property {string} nbgrader the course's id in nbgrader
 * @property {string} learner
 * @property {Module[]} modules
 * @property {Calibrated[] | null} calibration nothing before there are enough answers with a certainty
 */
/**
 * @typedef {object} Calibrated the practice answers of one certainty
 * @property {import("../../certainty.js").Certainty} certainty
 * @property {number} answers
 * @property {number} right the sum of their scores, 0 to `answers`
 * @property {number} marks
 * @property {number} low from here to `high`, a share of right answers, this certainty earns most
 * @property {number} high
 */
/** @typedef {{ timestamp: string, has_local_feedback: boolean, has_exchange_feedback: boolean, feedback_updated: boolean, local_feedback_path: string | null }} Submission */
/** @typedef {{ path: string, notebook_id: string }} Notebook */
/** @typedef {{ assignment_id: string, status: "released" | "fetched" | "submitted", path: string, notebooks: Notebook[], submissions?: Submission[] }} Assignment nbgrader's */
/** @typedef {{ score: number, most: number, passed: boolean, waits: boolean }} Result what feedback says */
/** @typedef {{ due: string, result: Result | null, open?: boolean }} Told of a check; `open`, of a retake: to this learner */
/** @typedef {Told & { retake: Told | null }} ToldOfBoth */
/** @typedef {{ questions: number, open: number[], at: string | null }} Answered */

/** @typedef {{ kind: string, path: string, entries: number, what: string, who: string }} Kept one thing that is kept of the learner */

/** @typedef {{ language: string, reminders: boolean, reminded: string }} Settings the learner's own; `reminded` is the day of the last reminder */

/** The server said no; `message` is its own words, where it gave any. */
export class RefusedError extends Error {}

/**
 * @param {import("../lab.js").Lab} lab
 * @param {any} [app] not there yet while the extension is loaded
 */
export function createRequests(lab, app) {
  const { ServerConnection } = lab.services;
  const { URLExt } = lab.coreutils;
  const settings = app?.serviceManager.serverSettings ?? ServerConnection.makeSettings();

  /** @param {string} path @param {RequestInit} [init] */
  async function ask(path, init = {}) {
    const response = await ServerConnection.makeRequest(URLExt.join(settings.baseUrl, path), init, settings);
    const body = await response.json().catch(() => null);
    if (!response.ok) throw new RefusedError(body?.message ?? response.statusText);
    return body;
  }

  /** nbgrader answers every question with its list, or with `success: false`.
   * @param {string} path
   * @param {RequestInit} [init]
   * @returns {Promise<Assignment[]>}
   */
  async function askNbgrader(path, init) {
    const { success, value } = await ask(path, init);
    if (!success) throw new RefusedError(lastLine(value));
    return value;
  }

  /** @param {"fetch" | "submit" | "fetch_feedback"} action @param {string} course @param {string} check */
  const act = (action, course, check) =>
    askNbgrader(`assignments/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ course_id: course, assignment_id: check }),
    });

  return {
    /** @returns {Promise<Course>} */
    progress: () => ask("course/progress"),
    /** @param {string} lesson @param {string} cell */
    read: (lesson, cell) => ask("course/read", { method: "POST", body: JSON.stringify({ lesson, cell }) }),
    /** @param {string} folder @returns {Promise<Answered>} */
    answered: (folder) => ask(`course/answered?${new URLSearchParams({ folder })}`),
    /** @returns {Promise<Record<string, ToldOfBoth>>} */
    checks: () => ask("course/checks"),
    /** @param {string} course */
    assignments: (course) => askNbgrader(`assignments?${new URLSearchParams({ course_id: course })}`),
    act,
    /** The address of a file of the learner's.
     * @param {string} path
     * @returns {string}
     */
    fileUrl: (path) => URLExt.join(settings.baseUrl, "files", URLExt.encodeParts(path)),
    /** Lab starts once this is known, so it is not waited for long.
     * @returns {Promise<Settings>}
     */
    settings: () => ask("course/settings", { signal: AbortSignal.timeout(3000) }),
    /** @param {Partial<Settings>} changes @returns {Promise<Settings>} as they are now */
    keepSettings: (changes) => ask("course/settings", { method: "POST", body: JSON.stringify(changes) }),
    /** @returns {Promise<{ kept: Kept[], remains: string }>} */
    data: () => ask("course/data"),
    /** @param {string[]} kinds @returns {Promise<{ gone: number }>} */
    erase: (kinds) => ask("course/data", { method: "POST", body: JSON.stringify({ erase: kinds }) }),
    /** Where a copy of what is kept can be had.
     * @param {"html" | "json"} format @param {boolean} withReflections
     */
    copy: (format, withReflections) =>
      `${URLExt.join(settings.baseUrl, "course/data/copy")}?${new URLSearchParams({ format, reflections: withReflections ? "yes" : "no" })}`,
  };
}

/** nbgrader hands out whole tracebacks; the last line says what went wrong.
 * @param {unknown} text
 */
const lastLine = (text) => String(text ?? "").trim().split("\n").at(-1) ?? "";
