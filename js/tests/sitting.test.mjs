import assert from "node:assert/strict";
import { test } from "node:test";
import { asRecord, begun, fromRecord, isAnswered, reportOf, secondsLeft } from "../sitting.js";

const option = (id) => ({ id, html: `<p>${id}</p>` });
const ITEMS = {
  "m1-p01": { id: "m1-p01", type: "single", stem: "", options: ["a", "b"].map(option), key: ["a"], objective: "m1-o1", domain: "brew" },
  "m1-p02": { id: "m1-p02", type: "multiple", stem: "", options: ["a", "b", "c"].map(option), key: ["a", "b"], choose: 2, objective: "m1-o2", domain: "serve" },
  "m2-p01": { id: "m2-p01", type: "single", stem: "", options: ["a", "b"].map(option), key: ["b"], objective: "m2-o1", domain: "brew" },
};
const EXAM = {
  id: "cap",
  title: "",
  note: "",
  questions: 3,
  minutes: 5,
  domains: [{ id: "brew", name: "Brewing", questions: 2 }, { id: "serve", name: "Serving", questions: 1 }],
  modules: [{ id: "m1", title: "One", lesson: "01.ipynb" }, { id: "m2", title: "Two", lesson: "02.ipynb" }],
  objectives: {
    "m1-o1": { text: "first", module: "m1", sections: ["A"] },
    "m1-o2": { text: "second", module: "m1", sections: [] },
    "m2-o1": { text: "third", module: "m2", sections: ["B"] },
    "m2-o2": { text: "never asked", module: "m2", sections: ["B"] },
  },
};
const FORM = ["m2-p01", "m1-p02", "m1-p01"];

test("a sitting comes back from the log as it was", () => {
  const sitting = { ...begun(FORM, 5), used: 61, place: 2, flags: ["m1-p02"], answers: { "m1-p02": ["a"], "m1-p01": [] } };
  assert.deepEqual(fromRecord(asRecord(sitting), ITEMS), sitting);
});

test("a record holds texts alone", () => {
  const record = asRecord({ ...begun(FORM, null), used: 1.7, answers: { "m1-p01": ["a"] } });
  assert.deepEqual(record, { state: "running", form: "m2-p01 m1-p02 m1-p01", limit: "", used: "2", place: "0", flags: "", "m1-p01": '["a"]' });
});

test("questions that the exam no longer has are left out, and the place stays with its question", () => {
  const record = asRecord({ ...begun(["m9-p01", ...FORM], 5), place: 2, flags: ["m9-p01"] });
  const sitting = fromRecord(record, ITEMS);
  assert.deepEqual([sitting?.form, sitting?.place, sitting?.flags], [FORM, 1, []]);
  assert.equal(fromRecord(asRecord(begun(["m9-p01"], 5)), ITEMS), null);
});

test("an answer that no longer fits its question counts as open", () => {
  const sitting = fromRecord({ ...asRecord(begun(FORM, 5)), "m1-p01": '["z"]', "m1-p02": '["a"]' }, ITEMS);
  assert.deepEqual(sitting?.answers, { "m1-p02": ["a"] });
  assert.equal(isAnswered(sitting, "m1-p01"), false);
  assert.equal(isAnswered(sitting, "m1-p02"), true);
});

test("the clock runs down, and there is none where none was set", () => {
  assert.equal(secondsLeft({ ...begun(FORM, 5), used: 301 }), -1);
  assert.equal(secondsLeft(begun(FORM, null)), null);
});

test("the report counts by module, objective and domain, and leaves out what was not asked", () => {
  const report = reportOf(EXAM, ITEMS, { ...begun(FORM, null), answers: { "m1-p01": ["a"], "m1-p02": ["a"], "m2-p01": ["a"] } });
  assert.deepEqual(report.all, { points: 1.5, of: 3 });
  assert.deepEqual(report.modules.map(({ id, points, of }) => [id, points, of]), [["m1", 1.5, 2], ["m2", 0, 1]]);
  assert.deepEqual(report.objectives.map(({ id, points, of }) => [id, points, of]), [["m1-o1", 1, 1], ["m1-o2", 0.5, 1], ["m2-o1", 0, 1]]);
  assert.deepEqual(report.domains.map(({ id, points, of }) => [id, points, of]), [["brew", 1, 2], ["serve", 0.5, 1]]);
});
