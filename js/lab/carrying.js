// Answers that could not be saved yet, carried over a reload of the page: after the server was stopped, a reload is
// the way to start it again. The quiz keeps them in the page's memory (js/saving.js).
import { pageMemory } from "../saving.js";

const NAME = "course-unsaved";

/** Puts the answers away, to be called just before the page goes.
 * @param {Storage} storage of the tab, gone with it
 * @param {string} account where this account's server answers; another account of the same tab must not get them
 */
export function carry(storage, account) {
  const pending = [...pageMemory().pending];
  try {
    if (pending.length) storage.setItem(NAME, JSON.stringify({ account, pending }));
    else storage.removeItem(NAME);
  } catch {
    // A full or forbidden store: what says "Saved" is safe all the same, and the page has never said so of these.
  }
}

/** Takes up what was put away; the quizzes send it when their cells run.
 * @param {Storage} storage
 * @param {string} account
 */
export function takeUp(storage, account) {
  try {
    const found = JSON.parse(storage.getItem(NAME) ?? "null");
    storage.removeItem(NAME);
    if (found?.account !== account) return;
    const memory = pageMemory();
    for (const [key, answer] of found.pending) if (!memory.pending.has(key)) memory.pending.set(key, answer);
  } catch {
    // not ours, or torn
  }
}
