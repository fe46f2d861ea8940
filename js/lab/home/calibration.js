// How sure the learner was of practice answers, beside how often they were right: a table with a picture in it.
import { h } from "../../dom.js";
import { number, percent, signed, text } from "../../words/pages.js";

/** @typedef {import("./requests.js").Calibrated} Calibrated */

const ENOUGH = 5; // answers of one certainty, before something is said of it

/** How answers of one certainty fit what it claims.
 * @param {Calibrated} row
 * @returns {"few" | "less" | "fits" | "more"}
 */
export function fit({ answers, right, low, high }) {
  if (answers < ENOUGH) return "few";
  const share = right / answers;
  if (share < low) return "less";
  return share > high ? "more" : "fits";
}

/** The section of the course page; nothing before there are enough answers, which the server decides.
 * @param {Calibrated[] | null} rows
 */
export function calibrationView(rows) {
  if (!rows) return [];
  const answers = rows.reduce((sum, row) => sum + row.answers, 0);
  const marks = rows.reduce((sum, row) => sum + row.marks, 0);
  const heads = [text.certaintyHead, text.certaintyRightHead, text.certaintyClaimHead];
  // The roles are those of the elements: where there is little room the table is drawn as a list, and stays a table.
  const table = h(
    "table",
    { role: "table", "aria-labelledby": "course-calibration" },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads.map((head) => h("th", { role: "columnheader", scope: "col" }, head)))),
    h("tbody", { role: "rowgroup" }, ...rows.map(line)),
  );
  return [
    h("h2", { id: "course-calibration" }, text.certaintyTitle),
    h(
      "section",
      { class: "course-calibration", "aria-labelledby": "course-calibration" },
      h("p", {}, text.certaintyLead),
      table,
      h("p", { class: "course-quiet" }, text.certaintyMarks(signed(marks), answers)),
    ),
  ];
}

/** @param {Calibrated} row */
function line(row) {
  const { certainty, answers, right, low, high } = row;
  const counted = answers ? text.certaintyCount(number(right), answers, percent(right / answers)) : text.certaintyNone;
  const claim = high === 1 ? text.certaintyAbove(percent(low)) : low === 0 ? text.certaintyBelow(percent(high)) : text.certaintyBetween(percent(low), percent(high));
  return h(
    "tr",
    { role: "row" },
    h("th", { role: "rowheader", scope: "row" }, text.certaintyLevels[certainty]),
    h("td", { role: "cell", "data-column": text.certaintyRightHead }, counted, ...(answers ? [bar(row)] : [])),
    h("td", { role: "cell", "data-column": text.certaintyClaimHead }, claim, ...(answers ? [h("span", { class: "course-fit" }, text.certaintyFits[fit(row)])] : [])),
  );
}

/** From none right to all right: shaded where the certainty claims to be, filled as far as it was. The words beside it
 * say the same.
 * @param {Calibrated} row
 */
function bar({ answers, right, low, high }) {
  const share = (100 * right) / answers;
  const claim = h("span", { class: "course-claim", style: `inset-inline: ${100 * low}% ${100 - 100 * high}%` });
  return h("span", { class: "course-share", "aria-hidden": "true" }, claim, h("span", { class: "course-was", style: `inline-size: ${share}%` }));
}
