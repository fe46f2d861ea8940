import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { score } from "../scoring.js";

/** The table that Python's course/scoring.py is tested against too. */
const cases = JSON.parse(readFileSync(new URL("../../tests/scoring_cases.json", import.meta.url), "utf8"));

describe("the score of a response", () => {
  for (const { name, item, response, score: expected } of cases) {
    it(name, () => {
      const found = score(item, response);
      if (expected === null) assert.equal(found, null);
      else assert.ok(Math.abs(found - expected) < 1e-9, `${found} in place of ${expected}`);
    });
  }

  it("is nothing for a response that is missing altogether", () => {
    assert.equal(score(cases[0].item, undefined), 0);
  });

  it("has a case of its own for each sentence", () => {
    const names = cases.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });
});
