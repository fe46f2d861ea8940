// Reminders: off until the learner turns them on, and then one note a day at most, when they open the course.
import { chosen } from "../../words/language.js";
import { text } from "../../words/pages.js";

/** @typedef {import("./view.js").Known} Known */

const OPEN = new Set(["open", "started", "answered"]);
const APPEARS_WITHIN = 5000; // ms

/** What there is to remind of: flashcards that are due, and checks of each kind that wait to be handed in.
 * @param {Known} known
 */
export function waiting({ course, standings }) {
  const open = { check: 0, final: 0 };
  for (const { id, check } of course.modules) if (OPEN.has(standings.get(id)?.stage ?? "")) open[check.kind] += 1;
  return { due: course.modules.reduce((sum, { cards }) => sum + cards.due, 0), open };
}

/** A day as the learner's own clock has it, as 2026-11-21.
 * @param {Date} now
 */
export function dayOf(now) {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Shows a note of JupyterLab's that goes away when it is dismissed.
 * @param {import("../lab.js").Lab} lab @param {string} message @param {() => void} goHome
 */
export function showReminder(lab, message, goHome) {
  const { Notification } = lab.apputils;
  softenNext(message);
  const id = Notification.emit(message, "info", {
    autoClose: false,
    actions: [
      { label: text.openHome, callback: goHome },
      { label: text.dismiss, callback: () => Notification.dismiss(id) },
    ],
  });
}

/** Lab's notes interrupt whoever listens to a screen reader (`role="alert"`); this one waits for its turn.
 * @param {string} message by which it is known
 */
function softenNext(message) {
  const watch = new MutationObserver(() => {
    for (const alert of document.querySelectorAll('[role="alert"]')) {
      if (!alert.textContent?.includes(message)) continue;
      alert.setAttribute("role", "status");
      alert.setAttribute("lang", chosen());
      watch.disconnect();
    }
  });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["role"] });
  setTimeout(() => watch.disconnect(), APPEARS_WITHIN);
}
