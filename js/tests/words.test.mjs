import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readFileSync } from "node:fs";
import { savedWhen, speak, words } from "../words/activities.js";
import { words as enActivities } from "../words/en/activities.js";
import { words as enPages } from "../words/en/pages.js";
import { words as esActivities } from "../words/es/activities.js";
import { words as esPages } from "../words/es/pages.js";
import { NAMES } from "../words/language.js";

const TABLES = { activities: [enActivities, esActivities], pages: [enPages, esPages] };

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

/** Every word of a table by its place, as "home.check.final". */
function* entries(table, before = "") {
  for (const [name, value] of Object.entries(table)) {
    if (typeof value === "object") yield* entries(value, `${before}${name}.`);
    else yield [`${before}${name}`, value];
  }
}

// What a message is called with, by the name that its parameter has in English; numbers that look like nothing else.
const numbers = { done: 11, of: 97, right: 13, helped: 17, hindered: 19, found: 23, due: 29, fresh: 31, flagged: 37, count: 41 };
const lists = { numbers: [43, 47], open: [53, 59] };
const flags = { isDone: true, isFlagged: true };
const amounts = { ...numbers, points: 60.5, seconds: 4020, minutes: 61, number: 67, n: 71, place: 73, questions: 79, most: 83, chosen: 7 };

/** The arguments for a message, from the names of its parameters. */
function samples(message) {
  const names = message.toString().match(/^\(?([^)=]*)\)?\s*=>/)[1].replaceAll(/\/\*.*?\*\//g, "");
  return names.split(",").map((one) => one.trim()).filter(Boolean).map((name) => {
    const value = { ...amounts, ...lists, ...flags }[name];
    return value ?? `<${name}>`;
  });
}

const REMINDER = [29, { check: 31, final: 1 }];

describe("each language", () => {
  for (const [name, [en, es]] of Object.entries(TABLES)) {
    const [own, other] = [new Map(entries(en)), new Map(entries(es))];

    it(`has every word of the ${name}, and none besides`, () => assert.deepEqual([...other.keys()].sort(), [...own.keys()].sort()));

    it(`puts the same values into the ${name}`, () => {
      for (const [place, message] of own) {
        if (typeof message !== "function") continue;
        const given = place === "home.reminder" ? REMINDER : samples(message);
        const values = (text) => text.match(/<\w+>|\d+(?:[.,:]\d+)*/g)?.map((one) => one.replace(",", ".")).sort() ?? [];
        const [first, second] = [message, other.get(place)].map((say) => say(...given));
        assert.ok(values(first).length > 0, `${place}: ${first}`);
        assert.deepEqual(values(second), values(first), `${place}: ${first} / ${second}`);
      }
    });

    it(`says no sentence of the ${name} in the other language`, () => {
      for (const [place, value] of own) {
        if (typeof value === "string" && / /.test(value)) assert.notEqual(other.get(place), value, place);
      }
    });
  }

  it("stands in a folder of its own", () => {
    for (const language of Object.keys(NAMES)) {
      for (const name of Object.keys(TABLES)) assert.ok(readFileSync(new URL(`../words/${language}/${name}.js`, import.meta.url)));
    }
  });
});

describe("plurals, days and numbers", () => {
  it("are those of the language", () => {
    assert.equal(enActivities.exLeftSoon(1), "One minute is left.");
    assert.equal(esActivities.exLeftSoon(1), "Queda un minuto.");
    assert.equal(esActivities.exLeftSoon(10), "Quedan 10 minutos.");
    assert.equal(enActivities.exLead(1).split(" from")[0], "1 question");
    assert.match(esActivities.exScore(2.5, 5), /^Acertaste 2[,.]5 de 5 \(50\s?%\)\.$/);
    assert.equal(esPages.home.reminder(1, { check: 0, final: 1 }), "Toca repasar 1 tarjeta de estudio. La evaluación final está abierta.");
    assert.equal(enPages.home.reminder(0, { check: 0, final: 0 }), "");
  });

  it("follow the language that a model names; one that nobody knows means English", () => {
    const model = (language) => ({ get: (trait) => ({ language, course_language: "en" })[trait] });
    speak(model("es"));
    assert.equal(words.startAgain, "Empezar de nuevo");
    assert.match(savedWhen(utc("2026-11-20T10:32:05"), now), /^Guardado el 20 de noviembre, 10.32/);
    speak(model("constructor"));
    assert.equal(words.startAgain, "Start again");
  });
});
