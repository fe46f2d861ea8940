import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayOf, waiting } from "../lab/home/reminders.js";

const module = (id, kind, due) => ({ id, check: { kind }, cards: { due, new: 3 } });
const course = { modules: [module("m1", "check", 2), module("m2", "check", 1), module("cap", "final", 0)] };
const known = (...stages) => ({ course, standings: new Map(course.modules.map(({ id }, n) => [id, { stage: stages[n] }])) });

describe("a reminder", () => {
  it("counts the cards that are due, and not the new ones", () => assert.equal(waiting(known()).due, 3));

  for (const [stage, isOpen] of Object.entries({ closed: 0, open: 1, started: 1, answered: 1, submitted: 0, feedback: 0 })) {
    it(`${isOpen ? "names" : "leaves out"} a check that is ${stage}, by its kind`, () => {
      assert.deepEqual(waiting(known(stage, "closed", stage)).open, { check: isOpen, final: isOpen });
    });
  }

  it("leaves out what nobody knows of", () => {
    assert.deepEqual(waiting({ course, standings: new Map() }).open, { check: 0, final: 0 });
  });

  it("goes by the learner's own day", () => assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05"));
});
