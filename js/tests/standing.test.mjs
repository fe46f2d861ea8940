import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextStep, standingOf, submission, timeOf, together } from "../lab/home/standing.js";

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
    it(`${name}: ${stage}`, () => assert.equal(standingOf(one.check.id, assignments, answered).stage, stage));
  }

  it("is told by the newest submission", () => {
    const all = [sent("2026-11-21 10:00:00.000000 UTC"), sent("2026-11-21 09:00:00.000000 UTC", { has_local_feedback: true })];
    assert.equal(submission(one.check.id, all)?.timestamp, "2026-11-21 10:00:00.000000 UTC");
    assert.equal(standingOf(one.check.id, all, null).stage, "submitted");
  });
});

describe("how a retake stands", () => {
  const id = "check-m1-retake";
  const of = (one) => ({ ...one, assignment_id: id });
  const open = { due: "", result: null, open: true };
  for (const [name, assignments, answered, told, stage] of [
    ["released, and open to this learner", [of(released)], null, open, "open"],
    ["released, and open to others", [of(released)], null, { ...open, open: false }, "closed"],
    ["fetched all the same", [of(fetched)], whole, { ...open, open: false }, "closed"],
    ["begun", [of(fetched)], half, open, "started"],
    ["submitted, whoever it is open to", [of(sent("2026-11-21 10:00:00.000000 UTC"))], null, { ...open, open: false }, "submitted"],
  ]) {
    it(`${name}: ${stage}`, () => assert.equal(standingOf(id, assignments, answered, told).stage, stage));
  }
});

describe("the result that counts", () => {
  const result = (score, more = {}) => ({ score, most: 10, passed: score >= 8, waits: false, ...more });
  const done = (score, more) => ({ stage: "feedback", result: score === null ? null : result(score, more) });
  for (const [name, check, retake, wanted] of [
    ["the check's alone", done(6), null, 6],
    ["the better one, the retake's", done(6), done(9), 9],
    ["the better one, the check's", done(6), done(3), 6],
    ["none before feedback was read", done(null), null, undefined],
    ["not one that may still change", done(6), done(9, { waits: true }), 6],
  ]) {
    it(name, () => assert.equal(together(check, retake).better?.score, wanted));
  }

  it("is told by feedback on the newest submission only", () => {
    const told = { due: "", result: result(6) };
    assert.equal(standingOf("check-m1", [sent("2026-11-21 10:00:00.000000 UTC")], null, told).result, null);
    const read = [sent("2026-11-21 10:00:00.000000 UTC", { has_local_feedback: true })];
    assert.equal(standingOf("check-m1", read, null, told).result?.score, 6);
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

describe("a retake as the next step", () => {
  const standing = (stage, better = null) => new Map([["m1", { stage: "feedback", retake: { stage }, better }]]);
  for (const [name, standings, wanted] of [
    ["comes as soon as it is open", standing("open"), "retake"],
    ["stays until it is submitted", standing("answered"), "retake"],
    ["is over once it was submitted", standing("submitted"), undefined],
    ["is no step for who has passed", standing("open", { passed: true }), undefined],
  ]) {
    it(name, () => assert.equal(nextStep([module("m1")], standings)?.step, wanted));
  }
});

describe("nbgrader's times", () => {
  it("are read as UTC", () => assert.equal(timeOf("2026-11-21 13:45:00.123456 UTC").toISOString(), "2026-11-21T13:45:00.123Z"));
  it("are read with another zone", () => assert.equal(timeOf("2026-11-21 13:45:00.123456 +0100").toISOString(), "2026-11-21T12:45:00.123Z"));
});
