// Small helpers for building elements; nothing here knows what a quiz is.
import { langOfCourse } from "./words/language.js";

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/** A new element: attributes that are functions become listeners, `false` and `null` leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else setAttribute(element, name, value);
  }
  element.append(...children);
  return element;
}

/** A control that keeps JupyterLab's shortcuts away from itself, where "d d" would delete the cell.
 * @template {"button" | "input" | "select" | "textarea"} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function control(tag, attributes = {}, ...children) {
  const type = tag === "button" ? { type: "button" } : {};
  return h(tag, { ...type, "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);
}

/** Sets an attribute, or takes it away for `false`, `null` and `undefined`.
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** Changes a text only when it differs, so that a live region speaks of changes alone.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The same for words with elements among them.
 * @param {Element} element
 * @param {string | (Node | string)[]} content
 */
export function setContent(element, content) {
  const fresh = h("span", {}, ...(typeof content === "string" ? [content] : content));
  if (element.textContent !== fresh.textContent) element.replaceChildren(...fresh.childNodes);
}

/** A text of the course, the safe HTML that Python rendered, as nodes that name its language.
 * @param {string} html
 */
export function rich(html) {
  const content = parsed(html);
  const lang = langOfCourse();
  if (lang === null) return content;
  for (const node of [...content.childNodes]) {
    if (node instanceof HTMLElement) node.lang = lang;
    else if (node.textContent?.trim()) node.replaceWith(h("span", { lang }, node.textContent));
  }
  return content;
}

/** @param {string} html */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** A line of the course's text, as a title or a name, in an element that names its language.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} text
 * @param {Attributes} [attributes]
 */
export function ofCourse(tag, text, attributes = {}) {
  return h(tag, { lang: langOfCourse(), ...attributes }, text);
}

/** Words with texts of the course in them, as nodes: each text names its language.
 * @param {(...texts: string[]) => string} say
 * @param {...string} texts
 * @returns {(Node | string)[]}
 */
export function around(say, ...texts) {
  if (langOfCourse() === null) return [say(...texts)];
  const parts = say(...texts.map((_, n) => `\u0000${n}\u0000`)).split("\u0000");
  return parts.map((part, n) => (n % 2 ? ofCourse("span", texts[Number(part)]) : part));
}

/** The HTML of a text of the course for places where only phrasing may stand, as in a label: each paragraph becomes a span.
 * @param {string} html
 */
export function phrasing(html) {
  const content = rich(html);
  for (const paragraph of content.querySelectorAll("p")) {
    paragraph.replaceWith(h("span", { class: "cq-line", lang: paragraph.lang || null }, ...paragraph.childNodes));
  }
  return content;
}

/** The words of a piece of HTML on one line.
 * @param {string} html
 */
export function plain(html) {
  const content = rich(html);
  for (const end of content.querySelectorAll("br, p, li, pre, blockquote")) end.append(" "), end.after(" ");
  return (content.textContent ?? "").replace(/\s+/g, " ").trim();
}

const SHAPES = {
  right: "M4 10.5l4 4 8-9",
  wrong: "M5 5l10 10M15 5L5 15",
  alert: "M10 4v8M10 15.5v.5",
  up: "M10 16V4M5 9l5-5 5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  flag: "M5 17V4h10l-2.5 3.5L15 11H5",
  grip: "M7 5v.01M13 5v.01M7 10v.01M13 10v.01M7 15v.01M13 15v.01",
};

/** The nodes of a drawing.
 * @param {string} svg
 */
export const drawing = (svg) => parsed(svg);

/** A line drawing that goes with words and says nothing by itself.
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  const path = `<path d="${SHAPES[name]}"/>`;
  return drawing(`<svg class="cq-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${path}</svg>`);
}

/** Puts a line drawing in place, or takes it away; only when it differs, as with texts.
 * @param {HTMLElement} element
 * @param {keyof typeof SHAPES | null} name
 */
export function setIcon(element, name) {
  if ((element.dataset.icon ?? null) === name) return;
  setAttribute(element, "data-icon", name);
  element.replaceChildren(...(name ? [icon(name)] : []));
}
