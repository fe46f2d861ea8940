import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { beforeDanger, follow, tally } from "../story.js";

/** The table that Python's course/trails.py is tested against too. */
const { story, cases } = JSON.parse(readFileSync(new URL("../../tests/trail_cases.json", import.meta.url), "utf8"));

describe("a way through a story", () => {
  for (const { name, steps, fitting, place } of cases) {
    it(name, () => {
      const found = follow(story, steps);
      assert.deepEqual(found.turns.map(({ step }) => step), steps.slice(0, fitting));
      assert.equal(found.place, place);
      assert.equal(found.isWhole, fitting === steps.length);
    });
  }
});

/** @param {number} mark @param {object} [node] @param {boolean} [isSafe] */
const turn = (mark, node = {}, isSafe = false) => ({ step: `n${mark}/a`, node, choice: { marks: { care: mark }, required_safe: isSafe } });

describe("what words did", () => {
  it("is counted dimension by dimension", () => {
    assert.deepEqual(tally([turn(1), turn(0), turn(-1), turn(1)], "care"), { marks: [1, 0, -1, 1], helped: 2, hindered: 1 });
  });
  it("is nothing in a dimension that a choice does not name", () => {
    assert.deepEqual(tally([turn(1)], "grace"), { marks: [0], helped: 0, hindered: 0 });
  });
});

describe("the way back to danger", () => {
  it("ends before the choice that passed it by", () => {
    assert.deepEqual(beforeDanger([turn(1), turn(-1, { red_flag: true }), turn(0)]), ["n1/a"]);
  });
  it("is the last one of several", () => {
    const flag = { red_flag: true };
    assert.deepEqual(beforeDanger([turn(-1, flag), turn(1, flag, true), turn(-1, flag)]), ["n-1/a", "n1/a"]);
  });
  it("is none where danger was met", () => {
    assert.equal(beforeDanger([turn(1, { red_flag: true }, true), turn(-1)]), null);
  });
});
