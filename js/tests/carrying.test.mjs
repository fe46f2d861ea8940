import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { carry, takeUp } from "../lab/carrying.js";
import { pageMemory } from "../saving.js";

const answer = { n: 1, response: ["b"], attempt: 1 };

function storage() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
}

describe("answers that could not be saved", () => {
  beforeEach(() => pageMemory().pending.clear());

  it("are there again after a reload, once", () => {
    const tab = storage();
    pageMemory().pending.set("log\nm1-k01", answer);
    carry(tab, "/user/ada/");
    pageMemory().pending.clear();
    takeUp(tab, "/user/ada/");
    assert.deepEqual([...pageMemory().pending], [["log\nm1-k01", answer]]);
    pageMemory().pending.clear();
    takeUp(tab, "/user/ada/");
    assert.equal(pageMemory().pending.size, 0);
  });

  it("never reach another account that uses the same tab", () => {
    const tab = storage();
    pageMemory().pending.set("log\nm1-k01", answer);
    carry(tab, "/user/ada/");
    pageMemory().pending.clear();
    takeUp(tab, "/user/bo/");
    assert.equal(pageMemory().pending.size, 0);
  });

  it("do no harm when what was put away is torn", () => {
    const tab = storage();
    tab.setItem("course-unsaved", '{"account": "/user/ada/", "pen');
    takeUp(tab, "/user/ada/");
    assert.equal(pageMemory().pending.size, 0);
  });
});
