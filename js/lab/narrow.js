// What the reading needs on a phone besides its style (page.css). A table stands there as a list of its rows: each cell
// says which column it is of, and a screen reader still finds a table. A figure that scrolls is reached by Tab.

const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
const TABLE = ".jp-MarkdownOutput table:not([role])";
const FIGURE = ".jp-MarkdownOutput p:not([data-figure]):has(> img)";

/** Sees to each table and figure of the reading, whenever Lab has drawn one.
 * @param {HTMLElement} root
 * @returns {() => void} ends it
 */
export function fitPhones(root) {
  const sizes = new ResizeObserver((changed) => changed.forEach(({ target }) => reach(target)));
  const drawn = new MutationObserver(look);
  drawn.observe(root, { childList: true, subtree: true });
  look();

  function look() {
    root.querySelectorAll(TABLE).forEach(nameCells);
    for (const figure of root.querySelectorAll(FIGURE)) {
      figure.setAttribute("data-figure", "");
      sizes.observe(figure);
    }
  }

  return () => {
    drawn.disconnect();
    sizes.disconnect();
  };
}

/** @param {Element} figure */
function reach(figure) {
  if (figure.scrollWidth > figure.clientWidth) figure.setAttribute("tabindex", "0");
  else figure.removeAttribute("tabindex");
}

/** A column's name, without the numbers of its sources.
 * @param {Element} heading
 */
function nameOf(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  copy.querySelectorAll("sup").forEach((number) => number.remove());
  return (copy.textContent ?? "").trim();
}

/** @param {Element} table */
function nameCells(table) {
  const columns = [...table.querySelectorAll("thead th")].map(nameOf);
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, n) => columns[n] && cell.setAttribute("data-column", columns[n]));
  }
  table.setAttribute("role", "table");
  for (const [element, role] of Object.entries(ROLES)) {
    for (const part of table.querySelectorAll(element)) part.setAttribute("role", role);
  }
}
