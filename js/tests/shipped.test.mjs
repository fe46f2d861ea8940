import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { asNotice, asPage, digest, judge, readShipped } from "../lab/shipped.js";

const code = (source, more = {}) => ({ cell_type: "code", source, metadata: {}, outputs: [], ...more });
const text = (source, metadata = {}) => ({ cell_type: "markdown", source, metadata });
const notebook = (...cells) => ({ cells, metadata: { kernelspec: { name: "python3" } }, nbformat: 4, nbformat_minor: 5 });
const shipped = { kernel: "python3", cells: ["from course import ask", 'ask("one")', "é✓"].map(digest) };

describe("a notebook is judged", () => {
  it("by SHA-256 of its code, as Python makes it", () => {
    for (const source of ["", "a", "é✓", "x".repeat(1000)]) {
      assert.equal(digest(source), createHash("sha256").update(source, "utf8").digest("hex"));
    }
  });

  it("the course's own when every cell of code is", () => {
    assert.equal(judge(notebook(text("Hello"), code("from course import ask"), code(['ask("', 'one")'])), shipped), "course");
    assert.equal(judge(notebook(code("é✓"), code(" \n")), shipped), "course");
  });

  it("foreign when one character differs, or one cell is added", () => {
    for (const source of ['ask("one") ', "ask('one')", 'ask("one")\n', ' ask("one")', 'Ask("one")']) {
      assert.equal(judge(notebook(code("from course import ask"), code(source)), shipped), "foreign", source);
    }
    assert.equal(judge(notebook(code('ask("one")'), code("!id")), shipped), "foreign");
  });

  it("foreign on another kernel, on none, and where nothing is known", () => {
    const cells = [code('ask("one")')];
    assert.equal(judge({ ...notebook(...cells), metadata: { kernelspec: { name: "bash" } } }, shipped), "foreign");
    assert.equal(judge({ ...notebook(...cells), metadata: {} }, shipped), "foreign");
    for (const said of ["", "{}", "null", "nonsense"]) {
      const known = readShipped((name) => (name === "courseCode" ? said : "python3"));
      assert.equal(judge(notebook(...cells), known), "foreign", said);
    }
  });

  it("a text when it has no code to run", () => {
    assert.equal(judge(notebook(text("Hello"), code(" ")), shipped), "text");
  });
});

describe("a page shows", () => {
  const stored = [
    {
      output_type: "display_data",
      data: { "text/html": "<p>face</p>", "text/plain": "face", "application/vnd.jupyter.widget-view+json": {} },
      metadata: {},
    },
    { output_type: "display_data", data: { "application/javascript": "alert(1)" }, metadata: {} },
    { output_type: "error", ename: "E", evalue: "", traceback: [] },
  ];
  const loaded = { ...notebook(code("x", { outputs: stored, metadata: { trusted: true, editable: true } })), metadata: { widgets: {} } };

  it("the static faces alone of what was stored, and trusts none of it", () => {
    const { cells, metadata } = asPage(loaded);
    assert.deepEqual(cells[0].outputs.map((output) => Object.keys(output.data)), [["text/html", "text/plain"]]);
    assert.equal(cells[0].metadata.trusted, false);
    assert.equal("widgets" in metadata, false);
  });

  it("cells that nobody edits or deletes, whatever the file says", () => {
    assert.deepEqual(asPage(loaded).cells[0].metadata, { trusted: false, editable: false, deletable: false });
  });

  it("leaves the file as it was", () => {
    const before = structuredClone(loaded);
    asPage(loaded);
    assert.deepEqual(loaded, before);
  });
});

it("a notice takes away what hides code or claims to be trusted", () => {
  const hiding = { jupyter: { source_hidden: true }, collapsed: true, trusted: true, tags: ["mine"] };
  const { cells } = asNotice(notebook(code("!id", { metadata: hiding }), text("# Up", { heading_collapsed: true })));
  assert.deepEqual(cells.map((cell) => cell.metadata), [{ tags: ["mine"], trusted: false }, { trusted: false }]);
});
