// On a phone a table stands as a list of its rows (page.css): each cell then says which column it is of, and a screen
// reader still finds a table there.

const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
const FRESH = ".jp-MarkdownOutput table:not([role])";

/** Names the cells of each table of the reading after their columns, whenever Lab has drawn one.
 * @param {HTMLElement} root
 * @returns {() => void} ends it
 */
export function nameCells(root) {
  const look = () => root.querySelectorAll(FRESH).forEach(name);
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

/** @param {Element} table */
function name(table) {
  const columns = [...table.querySelectorAll("thead th")].map(({ textContent }) => textContent ?? "");
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, n) => cell instanceof HTMLElement && (cell.dataset.column = columns[n] ?? ""));
  }
  table.setAttribute("role", "table");
  for (const [element, role] of Object.entries(ROLES)) {
    for (const part of table.querySelectorAll(element)) part.setAttribute("role", role);
  }
}
