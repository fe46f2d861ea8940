// How earlier sittings of the practice exam went: a small plot, and the same in words.
import { drawing, h } from "./dom.js";
import { dayOf, words } from "./words/activities.js";

/** @typedef {{ number: number, at: string, points: number, of: number, seconds: number }} Attempt */

const SHOWN = 12; // the last ones
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [400, 150, 48, 12, 26];

/** @param {Attempt[]} all @param {string} name */
export function attemptsElement(all, name) {
  const shown = all.slice(-SHOWN);
  const rows = shown.map(({ at, points, of, seconds }) => h("li", {}, words.exAttempt(dayOf(at), points, of, seconds)));
  return h(
    "section",
    { class: "ex-section ex-attempts", "aria-labelledby": name },
    h("h4", { id: name }, words.exAttempts),
    ...(shown.length > 1 ? [plot(shown)] : []),
    h("ol", {}, ...rows),
  );
}

/** The share of each sitting as a point, joined by a line; the list below says the same.
 * @param {Attempt[]} shown
 */
function plot(shown) {
  const inner = HEIGHT - TOP - BOTTOM;
  const step = (WIDTH - LEFT - 24) / Math.max(1, shown.length - 1);
  const points = shown.map(({ points: earned, of }, n) => [LEFT + 12 + n * step, TOP + inner * (1 - earned / of)].map((one) => one.toFixed(1)));
  const lines = [0, 0.5, 1].map((share) => {
    const y = (TOP + inner * (1 - share)).toFixed(1);
    return `<line x1="${LEFT}" y1="${y}" x2="${WIDTH}" y2="${y}" class="ex-grid"/><text x="${LEFT - 8}" y="${y}" class="ex-tick" text-anchor="end" dominant-baseline="middle">${share * 100}%</text>`;
  });
  const dots = points.map(([x, y], n) => `<circle cx="${x}" cy="${y}" r="5"/><text x="${x}" y="${HEIGHT - 6}" class="ex-tick" text-anchor="middle">${n + 1}</text>`);
  const path = `<polyline points="${points.map((one) => one.join(",")).join(" ")}"/>`;
  return h("div", { class: "ex-plot", "aria-hidden": "true" }, drawing(`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" focusable="false">${lines.join("")}${path}${dots.join("")}</svg>`));
}
