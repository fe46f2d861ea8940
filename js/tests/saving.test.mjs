import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSaver, pageMemory, PAUSE, WAIT } from "../saving.js";

/** Time that passes when the test says so. */
function fakeTimers() {
  let now = 0;
  let waiting = [];
  return {
    setTimeout(run, ms) {
      const timer = { run, at: now + ms };
      waiting = [...waiting, timer];
      return timer;
    },
    clearTimeout(timer) {
      waiting = waiting.filter((one) => one !== timer);
    },
    pass(ms) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      due.forEach(({ run }) => run());
    },
    waiting: () => waiting.length,
  };
}

const newPage = () => ({ number: 0, views: 0, pending: new Map() });

/** A saver with everything around it in the test's hands. */
function setUp({ page = newPage(), key = "log\nm1-k01" } = {}) {
  const timers = fakeTimers();
  const world = { sent: [], seen: [], isLive: true, throws: false };
  const saver = createSaver({
    page,
    key,
    timers,
    isLive: () => world.isLive,
    onStatus: (status) => (world.seen = [...world.seen, status]),
    send(message) {
      if (world.throws) throw new Error("Kernel is dead");
      world.sent = [...world.sent, message];
    },
  });
  const confirm = (n, at = "2026-11-21T10:32:05Z") => saver.hear({ type: "saved", n, at });
  const phases = () => world.seen.map(({ phase }) => phase);
  return { page, key, timers, world, saver, confirm, phases, status: () => world.seen.at(-1) };
}

describe("saving an answer", () => {
  it("sends the response with its number and attempt, and says Saving", () => {
    const { saver, world, status } = setUp();
    saver.respond(["b"], 3);
    assert.deepEqual(world.sent, [{ type: "respond", n: 1, response: ["b"], attempt: 3 }]);
    assert.deepEqual(status(), { phase: "saving" });
  });

  it("sends what the learner says of an answer with it, each time", () => {
    const { page, saver, world } = setUp();
    world.throws = true;
    saver.respond(["b"], 1, { certainty: "sure" });
    assert.equal(page.pending.get("log\nm1-k01").certainty, "sure");
    world.throws = false;
    saver.retry();
    assert.deepEqual(world.sent, [{ type: "respond", n: 1, response: ["b"], attempt: 1, certainty: "sure" }]);
  });

  it("says Saved with the time that Python gave, once Python has confirmed", () => {
    const { saver, confirm, status, page, timers } = setUp();
    saver.respond(["b"], 1);
    confirm(1, "2026-11-21T10:32:05Z");
    assert.deepEqual(status(), { phase: "saved", at: "2026-11-21T10:32:05Z" });
    assert.equal(page.pending.size, 0);
    timers.pass(WAIT);
    assert.equal(status().phase, "saved");
  });

  it("never says Saved without a confirmation", () => {
    const { saver, timers, phases } = setUp();
    saver.respond(["b"], 1);
    timers.pass(WAIT - 1);
    assert.deepEqual(phases(), ["saving"]);
    timers.pass(1);
    assert.deepEqual(phases(), ["saving", "unsaved"]);
  });

  it("takes the confirmation of an earlier answer for that answer only", () => {
    const { saver, confirm, phases } = setUp();
    saver.respond(["a"], 1);
    saver.respond(["b"], 1);
    saver.respond(["c"], 1);
    confirm(1);
    confirm(2);
    assert.equal(phases().includes("saved"), false);
    confirm(3);
    assert.equal(phases().at(-1), "saved");
  });

  it("keeps to the latest answer when its confirmation came before that of an earlier one", () => {
    const { saver, confirm, status } = setUp();
    saver.respond(["a"], 1);
    saver.respond(["b"], 1);
    confirm(2, "second");
    confirm(1, "first");
    assert.deepEqual(status(), { phase: "saved", at: "second" });
  });

  it("gives the latest answer its own four seconds", () => {
    const { saver, timers, phases } = setUp();
    saver.respond(["a"], 1);
    timers.pass(WAIT - 500);
    saver.respond(["b"], 1);
    timers.pass(500);
    assert.equal(phases().includes("unsaved"), false);
    timers.pass(WAIT - 500);
    assert.equal(phases().at(-1), "unsaved");
  });

  it("sends each of several quick changes, in order", () => {
    const { saver, world } = setUp();
    for (const id of ["a", "b", "c"]) saver.respond([id], 1);
    assert.deepEqual(world.sent.map(({ n, response }) => [n, response[0]]), [[1, "a"], [2, "b"], [3, "c"]]);
  });

  it("does not mind messages of another kind or of nobody's number", () => {
    const { saver, phases } = setUp();
    saver.hear({ type: "saved", n: 1, at: "" });
    saver.respond(["a"], 1);
    for (const message of [null, {}, { type: "hello", n: 1 }, { type: "saved", n: 99, at: "" }, "saved"]) saver.hear(message);
    assert.deepEqual(phases(), ["saving"]);
  });
});

describe("an answer that could not be saved", () => {
  it("says that the course is silent after four seconds, and keeps the answer", () => {
    const { saver, timers, status, page, key } = setUp();
    saver.respond(["b"], 1);
    timers.pass(WAIT);
    assert.deepEqual(status(), { phase: "unsaved", why: "silent" });
    assert.deepEqual(page.pending.get(key), { n: 1, response: ["b"], attempt: 1 });
  });

  it("turns to Saved when the confirmation comes late", () => {
    const { saver, timers, confirm, status, page } = setUp();
    saver.respond(["b"], 1);
    timers.pass(WAIT);
    confirm(1, "late");
    assert.deepEqual(status(), { phase: "saved", at: "late" });
    assert.equal(page.pending.size, 0);
  });

  it("stays Not saved when what comes late is the confirmation of an earlier answer", () => {
    const { saver, timers, confirm, status, page, key } = setUp();
    saver.respond(["a"], 1);
    saver.respond(["b"], 1);
    timers.pass(WAIT);
    confirm(1);
    assert.equal(status().phase, "unsaved");
    assert.deepEqual(page.pending.get(key).response, ["b"]);
  });

  it("passes on why Python refused, and does not wait any longer", () => {
    const { saver, timers, status } = setUp();
    saver.respond(["b"], 1);
    saver.hear({ type: "refused", n: 1, message: "Your folder is full." });
    assert.deepEqual(status(), { phase: "unsaved", why: "refused", message: "Your folder is full." });
    assert.equal(timers.waiting(), 0);
  });

  it("does not mind that an earlier answer was refused", () => {
    const { saver, confirm, status } = setUp();
    saver.respond(["a"], 1);
    saver.respond(["b"], 1);
    saver.hear({ type: "refused", n: 1, message: "Too long." });
    assert.equal(status().phase, "saving");
    confirm(2);
    assert.equal(status().phase, "saved");
  });

  it("says at once that touch is lost when sending throws", () => {
    const { saver, world, status, timers } = setUp();
    world.throws = true;
    saver.respond(["b"], 1);
    assert.deepEqual(status(), { phase: "unsaved", why: "lost" });
    assert.equal(timers.waiting(), 0);
  });

  it("says at once that touch is lost when there is nobody to send to, and sends nothing", () => {
    const { saver, world, status } = setUp();
    world.isLive = false;
    saver.respond(["b"], 1);
    assert.deepEqual(status(), { phase: "unsaved", why: "lost" });
    assert.deepEqual(world.sent, []);
  });

  it("says at once that touch is lost when the way closes while it waits", () => {
    const { saver, world, status } = setUp();
    saver.respond(["b"], 1);
    world.isLive = false;
    saver.liveness();
    assert.deepEqual(status(), { phase: "unsaved", why: "lost" });
  });

  it("goes again by itself when the way opens again", () => {
    const { saver, world, status, confirm } = setUp();
    world.isLive = false;
    saver.respond(["b"], 1);
    world.isLive = true;
    saver.liveness();
    assert.deepEqual(world.sent, [{ type: "respond", n: 1, response: ["b"], attempt: 1 }]);
    confirm(1);
    assert.equal(status().phase, "saved");
  });

  it("does not go again by itself when it was refused", () => {
    const { saver, world } = setUp();
    saver.respond(["b"], 1);
    saver.hear({ type: "refused", n: 1, message: "Your folder is full." });
    saver.liveness();
    assert.equal(world.sent.length, 1);
  });

  it("goes again on Try again, under the same number", () => {
    const { saver, world, timers, confirm, status } = setUp();
    saver.respond(["b"], 2);
    timers.pass(WAIT);
    saver.retry();
    assert.equal(status().phase, "saving");
    assert.deepEqual(world.sent[1], world.sent[0]);
    timers.pass(WAIT);
    assert.equal(status().phase, "unsaved");
    confirm(1);
    assert.equal(status().phase, "saved");
  });

  it("is not sent twice by Try again while it is on its way or saved", () => {
    const { saver, world, confirm } = setUp();
    saver.retry();
    saver.respond(["b"], 1);
    saver.retry();
    confirm(1);
    saver.retry();
    assert.equal(world.sent.length, 1);
  });
});

describe("a cell that runs again in the same page", () => {
  function leftUnsaved() {
    const first = setUp();
    first.saver.respond(["b"], 2);
    first.timers.pass(WAIT);
    first.saver.stop();
    return first.page;
  }

  it("sends what the widget before it could not save", () => {
    const { saver, world, status, confirm, page } = setUp({ page: leftUnsaved() });
    assert.deepEqual(saver.resume(null), { n: 1, response: ["b"], attempt: 2 });
    assert.deepEqual(world.sent, [{ type: "respond", n: 1, response: ["b"], attempt: 2 }]);
    confirm(1);
    assert.equal(status().phase, "saved");
    assert.equal(page.pending.size, 0);
  });

  it("prefers the unsaved answer to an older line of the log", () => {
    const { saver, world } = setUp({ page: leftUnsaved() });
    saver.resume({ response: ["a"], attempt: 1, at: "2026-11-21T10:00:00Z" });
    assert.deepEqual(world.sent[0].response, ["b"]);
  });

  it("sends nothing when the log holds that answer after all", () => {
    const { saver, world, page } = setUp({ page: leftUnsaved() });
    assert.equal(saver.resume({ response: ["b"], attempt: 2, at: "2026-11-21T10:00:00Z" }), null);
    assert.deepEqual(world.sent, []);
    assert.equal(page.pending.size, 0);
  });

  it("leaves alone what belongs to another item or another log", () => {
    const { saver, page } = setUp({ page: leftUnsaved(), key: "log\nm1-k02" });
    assert.equal(saver.resume(null), null);
    assert.equal(page.pending.size, 1);
  });

  it("has nothing to send when all was saved", () => {
    const first = setUp();
    first.saver.respond(["b"], 1);
    first.confirm(1);
    const { saver, world } = setUp({ page: first.page });
    assert.equal(saver.resume(null), null);
    assert.deepEqual(world.sent, []);
  });
});

describe("a text", () => {
  it("waits for a pause in typing and says Saving meanwhile", () => {
    const { saver, world, timers, status } = setUp();
    for (const text of ["B", "Be", "Because"]) {
      saver.respondSoon(text, 1);
      timers.pass(PAUSE - 1);
    }
    assert.deepEqual(world.sent, []);
    assert.equal(status().phase, "saving");
    timers.pass(1);
    assert.deepEqual(world.sent.map(({ response }) => response), ["Because"]);
  });

  it("goes at once when the learner leaves it, and then only once", () => {
    const { saver, world, timers } = setUp();
    saver.respondSoon("Because", 1);
    saver.flush();
    saver.flush();
    timers.pass(PAUSE);
    assert.equal(world.sent.length, 1);
  });

  it("goes before its view ends", () => {
    const { saver, world, timers } = setUp();
    saver.respondSoon("Because", 1);
    saver.stop();
    assert.equal(world.sent.length, 1);
    assert.equal(timers.waiting(), 0);
  });

  it("is pending from the first key stroke", () => {
    const { saver, page, key } = setUp();
    saver.respondSoon("B", 1);
    assert.equal(page.pending.get(key).response, "B");
  });
});

describe("two views of one answer", () => {
  it("knows a line of the log that is its own latest response", () => {
    const { saver } = setUp();
    saver.respond({ p1: "a", p2: "b" }, 1);
    assert.equal(saver.isOwn({ response: { p2: "b", p1: "a" }, attempt: 1, at: "" }), true);
    assert.equal(saver.isOwn({ response: { p1: "a" }, attempt: 1, at: "" }), false);
    assert.equal(saver.isOwn({ response: { p1: "a", p2: "b" }, attempt: 2, at: "" }), false);
  });

  it("is busy while its own answer is on the way or held back, and only then", () => {
    const { saver, timers, confirm } = setUp();
    assert.equal(saver.isBusy(), false);
    saver.respond(["a"], 1);
    assert.equal(saver.isBusy(), true);
    timers.pass(WAIT);
    assert.equal(saver.isBusy(), true);
    confirm(1);
    assert.equal(saver.isBusy(), false);
  });

  it("numbers responses through the page, so that no view hears another's confirmation as its own", () => {
    const one = setUp();
    const other = setUp({ page: one.page, key: "log\nm1-k02" });
    one.saver.respond(["a"], 1);
    other.saver.respond(["b"], 1);
    one.confirm(other.world.sent[0].n);
    assert.equal(one.status().phase, "saving");
  });

  it("shares one memory in a page, with whole numbers that JSON keeps", () => {
    assert.equal(pageMemory(), pageMemory());
    assert.ok(Number.isSafeInteger(pageMemory().number + 1_000_000));
  });
});
