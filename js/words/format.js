// Plurals, numbers, days and times as a language writes them, all by the browser's Intl.

/** @typedef {{ one: string, other: string } & Partial<Record<Intl.LDMLPluralRule, string>>} Forms by CLDR's plural category */

/** The formats of one language; each is made when it is first used, because a page may hold many widgets.
 * @param {string} language
 */
export function createFormats(language) {
  const locale = localeOf(language);
  const rules = once(() => new Intl.PluralRules(language));
  const tenths = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const hundredths = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: "always" }));
  const stamps = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));

  return {
    /** The form that a count takes.
     * @param {number} count @param {Forms} forms
     */
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    /** @param {number} value */
    number: (value) => tenths().format(value),
    /** @param {number} value */
    hundredths: (value) => hundredths().format(value),
    /** With a sign, and a minus as print has it: "+1.5", "0", "−6".
     * @param {number} value
     */
    signed(value) {
      const size = tenths().format(Math.abs(value));
      if (size === tenths().format(0)) return size;
      return `${value < 0 ? "\u2212" : "+"}${size}`;
    },
    /** @param {number} share from 0 to 1 */
    percent: (share) => percents().format(share),
    /** A time from now, as "in 10 minutes"; never shorter than a minute.
     * @param {number} seconds
     */
    fromNow(seconds) {
      const minutes = Math.max(1, Math.round(seconds / 60));
      if (minutes < 60) return relative().format(minutes, "minute");
      const hours = Math.round(minutes / 60);
      if (hours < 24) return relative().format(hours, "hour");
      const days = Math.round(hours / 24);
      if (days < 60) return relative().format(days, "day");
      return relative().format(Math.round(days / 30), "month");
    },
    /** @param {Date} when */
    time: (when) => when.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" }).replace(/\s/g, " "),
    /** @param {Date} when @param {boolean} withYear */
    day: (when, withYear) => when.toLocaleDateString(locale, { day: "numeric", month: "long", ...(withYear ? { year: "numeric" } : {}) }),
    /** @param {Date} when */
    dayAndTime: (when) => stamps().format(when),
  };
}

/** The reader's own variety of a language, as the browser knows it: "en-GB" for "en".
 * @param {string} language
 */
function localeOf(language) {
  const known = globalThis.navigator?.languages ?? [];
  return known.find((one) => one === language || one.startsWith(`${language}-`)) ?? language;
}

/** A stretch of time as a clock shows it, as "41:05" or "1:10:00".
 * @param {number} seconds
 */
export function clockTime(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
