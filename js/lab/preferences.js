// The learner's own settings: kept by their server in their home, so that they follow them to any browser.
import { speak } from "../words/pages.js";

/** @typedef {import("./home/requests.js").Settings} Settings */
/** @typedef {Awaited<ReturnType<typeof readPreferences>>} Preferences */

/** @type {Settings} */
const DEFAULTS = { language: "en", reminders: false, reminded: "" };

/** Reads the settings and takes up their language; a server that has none leaves the defaults.
 * @param {ReturnType<typeof import("./home/requests.js").createRequests>} requests
 */
export async function readPreferences(requests) {
  /** @type {(() => void)[]} */
  const listeners = [];
  let settings = await requests.settings().catch((fault) => {
    console.warn("course-lab: the settings could not be read", fault);
    return DEFAULTS;
  });
  speak(settings.language);

  return {
    /** As they are now. */
    get: () => settings,

    /** Calls back when the language has changed.
     * @param {() => void} listener
     */
    onLanguage: (listener) => void listeners.push(listener),

    /** Keeps changes, and takes them up once they are kept.
     * @param {Partial<Settings>} changes
     */
    async change(changes) {
      const before = settings.language;
      settings = await requests.keepSettings(changes);
      if (settings.language === before) return;
      speak(settings.language);
      for (const listener of listeners) listener();
    },
  };
}
