// The words of the activities, in the language that the learner chose. Each language has a folder of its own.
import { formats as enFormats, words as en } from "./en/activities.js";
import { formats as esFormats, words as es } from "./es/activities.js";
import { choose, chosen, setCourseLanguage } from "./language.js";

const LANGUAGES = { en: { words: en, formats: enFormats }, es: { words: es, formats: esFormats } };

// What imports these sees the language of the moment, so nothing may keep a copy from the time it was loaded.
export let words = en;
let formats = enFormats;

/** Takes up the languages that an activity's model names, before its view is drawn.
 * @param {{ get: (trait: string) => any }} model
 */
export function speak(model) {
  choose(model.get("language"));
  setCourseLanguage(model.get("course_language"));
  ({ words, formats } = LANGUAGES[chosen()]);
}

/** When an answer was saved, in the reader's own clock; with the day when it was not today.
 * @param {string} at UTC, as in 2026-11-21T10:32:05Z
 * @param {Date} [now]
 */
export function savedWhen(at, now = new Date()) {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return words.savedAt(at);
  const time = formats.time(when);
  if (when.toDateString() === now.toDateString()) return words.savedAt(time);
  return words.savedOn(formats.day(when, when.getFullYear() !== now.getFullYear()), time);
}

/** A time from now in words, as "in 10 minutes"; never shorter than a minute.
 * @param {number} seconds
 */
export function fromNow(seconds) {
  return formats.fromNow(seconds);
}

/** The day of a time in the log, in the reader's own way of writing it.
 * @param {string} at
 */
export function dayOf(at) {
  const when = new Date(at);
  return Number.isNaN(when.getTime()) ? at : formats.day(when, true);
}

/** A mark with its sign, to the tenth.
 * @param {number} mark
 */
export function signed(mark) {
  return formats.signed(mark);
}
