// Which language the interface speaks, and which the course is written in.

/** The languages of the interface, each by its own name. */
export const NAMES = { en: "English", es: "Español" };
/** @typedef {keyof typeof NAMES} Language */

/** @type {Language} */
let interfaceLanguage = "en";
let courseLanguage = "en";

/** Takes up a language for the interface; one that is not known means English.
 * @param {string} language
 */
export function choose(language) {
  interfaceLanguage = Object.hasOwn(NAMES, language) ? /** @type {Language} */ (language) : "en";
}

/** @param {string} language that the course is written in; where it is not known, English is taken for it */
export function setCourseLanguage(language) {
  courseLanguage = language || "en";
}

/** The language of the interface. */
export const chosen = () => interfaceLanguage;

/** The `lang` of a text of the course; null where the words around it are of the same language. */
export const langOfCourse = () => (courseLanguage === interfaceLanguage ? null : courseLanguage);
