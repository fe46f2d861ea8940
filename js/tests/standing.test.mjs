import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextStep, standingOf, submission, timeOf } from "../lab/home/standing.js";

const module = (id, next = null) => ({ id, next, check: { id: `check-${id}`, questions: 10 } });
const one = module("m1");
const released = { assignment_id: "check-m1", status: "released", notebooks: [] };
const fetched = { assignment_id: "check-m1", status: "fetched", path: "check-m1", notebooks: [{ path: "check-m1/check-m1.ipynb" }] };
const sent = (timestamp, more = {}) => ({
  assignment_id: "check-m1",
  status: "submitted",
  submissions: [{ timestamp, has_local_feedback: false, has_exchange_feedback: false, ...more }],
});
const half = { questions: 10, open: [3, 7], at: null };
const whole = { questions: 10, open: [], at: "2026-11-21T10:00:00Z" };

describe("how a check stands", () => {
  for (const [name, assignments, answered, stage] of [
    ["not released", [], null, "closed"],
    ["another check's release", [{ ...released, assignment_id: "check-m2" }], null, "closed"],
    ["released", [released], null, "open"],
    ["fetched", [fetched], half, "started"],
    ["fetched, its answers not readable", [fetched], null, "started"],
    ["answered", [fetched], whole, "answered"],
    ["submitted", [fetched, sent("2026-11-21 10:00:00.000000 UTC")], whole, "submitted"],
    ["feedback in the exchange", [sent("2026-11-21 10:00:00.000000 UTC", { has_exchange_feedback: true })], null, "feedback"],
    ["feedback fetched", [sent("2026-11-21 10:00:00.000000 UTC", { has_local_feedback: true })], null, "feedback"],
  ]) {
    it(`${name}: ${stage}`, () => assert.equal(standingOf(one, assignments, answered).stage, stage));
  }

  it("is told by the newest submission", () => {
    const all = [sent("2026-11-21 10:00:00.000000 UTC"), sent("2026-11-21 09:00:00.000000 UTC", { has_local_feedback: true })];
    assert.equal(submission(one, all)?.timestamp, "2026-11-21 10:00:00.000000 UTC");
    assert.equal(standingOf(one, all, null).stage, "submitted");
  });
});

describe("the next step", () => {
  const step = { cell: "reading-a", kind: "read" };
  const standings = (stages) => new Map(Object.entries(stages).map(([id, stage]) => [id, { stage }]));

  for (const [name, modules, stages, wanted] of [
    ["a lesson before its check", [module("m1", step)], { m1: "open" }, ["m1", "lesson"]],
    ["the check after its lesson", [module("m1")], { m1: "started" }, ["m1", "check"]],
    ["a check that is answered is to be submitted", [module("m1")], { m1: "answered" }, ["m1", "check"]],
    ["a check that is not open is passed over", [module("m1"), module("m2", step)], { m1: "closed", m2: "closed" }, ["m2", "lesson"]],
    ["what is submitted is behind us", [module("m1", step), module("m2", step)], { m1: "submitted", m2: "open" }, ["m2", "lesson"]],
    ["lessons go on without nbgrader", [module("m1"), module("m2", step)], {}, ["m2", "lesson"]],
    ["a lesson whose check is submitted comes last", [module("m1", step), module("m2")], { m1: "submitted", m2: "feedback" }, ["m1", "lesson"]],
    ["all done", [module("m1")], { m1: "feedback" }, null],
  ]) {
    it(name, () => {
      const next = nextStep(modules, standings(stages));
      assert.deepEqual(next && [next.module.id, next.step], wanted);
    });
  }
});

describe("nbgrader's times", () => {
  it("are read as UTC", () => assert.equal(timeOf("2026-11-21 13:45:00.123456 UTC").toISOString(), "2026-11-21T13:45:00.123Z"));
  it("are read with another zone", () => assert.equal(timeOf("2026-11-21 13:45:00.123456 +0100").toISOString(), "2026-11-21T12:45:00.123Z"));
});
