// What a notebook is, judged by its code alone, and what of a file may be shown. Pure: nothing here knows JupyterLab.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** @typedef {{ output_type: string, data?: Record<string, unknown>, [name: string]: unknown }} Output */
/**
 * @typedef {object} Cell
 * @property {string} cell_type
 * @property {string | string[]} source
 * @property {Record<string, any>} metadata
 * @property {Output[]} [outputs]
 */
/** @typedef {{ cells: Cell[], metadata: Record<string, any>, [name: string]: any }} Notebook */
/**
 * @typedef {object} Shipped what the course shipped, from `course build`
 * @property {string} kernel the kernel that its notebooks run on
 * @property {string[]} cells SHA-256 of the source of each code cell
 */
/** @typedef {"course" | "foreign" | "text"} Verdict the course's own code; other code; no code at all */

const STATIC = ["text/html", "text/plain"];
const HIDING = ["collapsed", "scrolled", "heading_collapsed", "jupyter"];

/** SHA-256 in hex. `crypto.subtle` is missing on plain http, and can't answer before the first cell is drawn.
 * @param {string} text
 */
export const digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** What the page config says the course shipped; no code is known when it says nothing, or nonsense.
 * @param {(name: string) => string} option
 * @returns {Shipped}
 */
export function readShipped(option) {
  /** @type {unknown} */
  let cells = [];
  try {
    cells = JSON.parse(option("courseCode"));
  } catch {
    // told by what comes back
  }
  return { kernel: option("courseKernel"), cells: Array.isArray(cells) ? cells : [] };
}

/** @param {Cell} cell */
const sourceOf = (cell) => (Array.isArray(cell.source) ? cell.source.join("") : String(cell.source ?? ""));

/** Whether all code of a notebook is the course's own, cell by cell.
 * @param {Notebook} notebook
 * @param {Shipped} shipped
 * @returns {Verdict}
 */
export function judge(notebook, shipped) {
  const code = (notebook.cells ?? []).filter((cell) => cell.cell_type === "code").map(sourceOf);
  const written = code.filter((source) => source.trim());
  if (!written.length) return "text";
  const known = new Set(shipped.cells);
  const isOwn = notebook.metadata?.kernelspec?.name === shipped.kernel;
  return isOwn && written.every((source) => known.has(digest(source))) ? "course" : "foreign";
}

/** A notebook as a page may show it before its cells have run: nothing that runs scripts, nothing to edit.
 * @param {Notebook} notebook
 * @returns {Notebook}
 */
export function asPage(notebook) {
  return withCells(notebook, (cell) => ({
    ...cell,
    metadata: { ...revealed(cell.metadata), editable: false, deletable: false },
    ...(cell.outputs && { outputs: cell.outputs.flatMap(staticFace) }),
  }));
}

/** A notebook that is not the course's: all of its code in sight, and none of its stored scripts trusted.
 * @param {Notebook} notebook
 * @returns {Notebook}
 */
export function asNotice(notebook) {
  return withCells(notebook, (cell) => ({ ...cell, metadata: revealed(cell.metadata) }));
}

/** @param {Notebook} notebook @param {(cell: Cell) => Cell} change @returns {Notebook} */
function withCells(notebook, change) {
  const { widgets: _states, ...metadata } = notebook.metadata ?? {}; // stored widgets bring scripts of their own
  return { ...notebook, metadata, cells: (notebook.cells ?? []).map(change) };
}

/** Metadata that neither hides anything nor claims to be trusted: Jupyter trusts a file once it was saved or copied.
 * @param {Record<string, any>} [metadata]
 */
function revealed(metadata = {}) {
  const kept = Object.entries(metadata).filter(([name]) => !HIDING.includes(name));
  return { ...Object.fromEntries(kept), trusted: false };
}

/** Of a stored output the HTML that stands in for a widget; the widget itself died with its kernel.
 * @param {Output} output
 * @returns {Output[]}
 */
function staticFace(output) {
  const data = Object.fromEntries(Object.entries(output.data ?? {}).filter(([type]) => STATIC.includes(type)));
  return "text/html" in data ? [{ ...output, data, metadata: {} }] : [];
}
