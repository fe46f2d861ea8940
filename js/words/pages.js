// The words of JupyterLab's extension, in the language that the learner chose. Each language has a folder of its own.
import { formats as enFormats, words as en } from "./en/pages.js";
import { formats as esFormats, words as es } from "./es/pages.js";
import { choose, chosen } from "./language.js";

const LANGUAGES = { en: { words: en, formats: enFormats }, es: { words: es, formats: esFormats } };

// What imports these sees the language of the moment, so nothing may keep a copy from the time it was loaded.
export let words = en;
export let text = en.home;
let formats = enFormats;

/** Takes up a language for all that is drawn from now on.
 * @param {string} language
 */
export function speak(language) {
  choose(language);
  ({ words, formats } = LANGUAGES[chosen()]);
  text = words.home;
}

/** A day and a time of day.
 * @param {Date} when
 */
export function dayAndTime(when) {
  return formats.dayAndTime(when);
}

/** A share of a whole, as "80%".
 * @param {number} share from 0 to 1
 */
export function percent(share) {
  return formats.percent(share);
}

/** Points, to the hundredth.
 * @param {number} score
 */
export function points(score) {
  return formats.hundredths(score);
}

/** A count with a part of one, to the tenth.
 * @param {number} value
 */
export function number(value) {
  return formats.number(value);
}

/** A mark with its sign, to the tenth.
 * @param {number} mark
 */
export function signed(mark) {
  return formats.signed(mark);
}
