import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { savedWhen, words } from "../words.js";

const now = new Date("2026-11-21T12:00:00");
const utc = (local) => new Date(local).toISOString();

describe("the words", () => {
  it("give the time alone for today", () => {
    assert.match(savedWhen(utc("2026-11-21T10:32:05"), now), /^Saved at 10.32/);
  });

  it("name the day for another day, and the year for another year", () => {
    assert.match(savedWhen(utc("2026-11-20T10:32:05"), now), /^Saved on .*20.* at 10.32/);
    assert.doesNotMatch(savedWhen(utc("2026-11-20T10:32:05"), now), /2026/);
    assert.match(savedWhen(utc("2025-11-21T10:32:05"), now), /2025/);
  });

  it("show a time that is none as it came", () => {
    assert.equal(savedWhen("just now", now), "Saved at just now");
  });

  it("say how many choices are still to make, or to take away", () => {
    assert.deepEqual([0, 1, 2, 4].map((chosen) => words.chooseSome(2, chosen)), [
      "Choose 2.",
      "Choose 2. You have chosen 1, so choose 1 more.",
      "You have chosen 2 of 2.",
      "Choose 2. You have chosen 4, so take 2 away.",
    ]);
  });
});
