import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { certaintyWords, markOf } from "../certainty.js";
import { signed } from "../words/activities.js";
import { fit } from "../lab/home/calibration.js";

/** The table that Python's course/certainty.py is tested against too. */
const cases = JSON.parse(readFileSync(new URL("../../tests/certainty_cases.json", import.meta.url), "utf8"));

describe("the mark for certainty", () => {
  for (const { name, certainty, score, mark } of cases) {
    it(name, () => assert.equal(markOf(certainty, score), mark));
    it(`${name}, in words`, () => assert.ok(certaintyWords(certainty, score).includes(`: ${signed(mark)}.`)));
  }

  it("is written with its sign, and one place behind the point at most", () => {
    assert.deepEqual([3, 1.5, 2 / 3, 0, -0.04, -2, -6].map(signed), ["+3", "+1.5", "+0.7", "0", "0", "\u22122", "\u22126"]);
  });
});

describe("how answers fit their certainty", () => {
  const fairly = (/** @type {number} */ right, /** @type {number} */ answers) => fit({ certainty: "fairly-sure", answers, right, marks: 0, low: 2 / 3, high: 0.8 });

  it("is not said of a few", () => assert.equal(fairly(4, 4), "few"));
  it("may be less", () => assert.equal(fairly(3, 5), "less"));
  it("may be more", () => assert.equal(fairly(5, 5), "more"));
  it("fits on and between the bounds", () => {
    assert.deepEqual([fairly(4, 6), fairly(7, 10), fairly(8, 10)], ["fits", "fits", "fits"]);
  });
});
