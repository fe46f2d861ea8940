// The entry of the private reflection: to write or to skip. The words come by message and stand in no trait, because
// Jupyter may save traits into a notebook.
import { control, h, rich } from "./dom.js";
import { createSaver, pageMemory } from "./saving.js";
import { createStatus } from "./status.js";
import { connect, guardAgainstDoubleClicks, isLive, rootAttributes } from "./view.js";
import { speak, words } from "./words/activities.js";

/** @typedef {{ text?: string, skipped?: string }} Kept nothing, a text, or that it was skipped */

/** Draws the widget into `el`; what comes back ends the view.
 * @param {{ model: import("./view.js").Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  speak(model);
  const item = /** @type {{ id: string, prompt: string, support: string }} */ (model.get("item"));
  const page = pageMemory();
  const name = `course-reflection-${++page.views}`;
  /** @type {Kept} */
  let kept = {};
  let isWriting = false;

  const status = createStatus({ idle: "", onResend: () => saver.retry() });
  const saver = createSaver({
    page,
    key: `${model.get("store")}\n${item.id}`,
    send: (message) => model.send(message),
    isLive: () => isLive(model, el),
    // "Saved" is said of words; that something was skipped or erased is said in words of its own.
    onStatus: (next) => status.saving(next.phase === "saved" && !kept.text ? { phase: "idle" } : next),
  });

  const area = control("textarea", { id: `${name}-text`, rows: 6, "aria-describedby": `${name}-names`, input: typed });
  const label = h("label", { class: "cq-write-label", for: area.id }, words.reflLabel);
  const write = h("div", { class: "cq-write", hidden: true }, label, area);
  const question = h("p", { class: "rf-question", id: `${name}-erase`, hidden: true }, words.reflEraseAsk);
  const actions = h("div", { class: "cq-actions" });
  const root = h(
    "div",
    rootAttributes("reflection", () => saver.flush()),
    h(
      "section",
      { class: "cq-card", "data-mode": "practice", "aria-labelledby": `${name}-title` },
      h("h3", { class: "cq-heading", id: `${name}-title` }, words.reflTitle),
      h("div", { class: "rf-prompt cq-rich" }, rich(item.prompt)),
      h("p", { class: "cq-hint" }, words.reflPrivate),
      h("p", { class: "cq-hint", id: `${name}-names` }, words.reflNames),
      write,
      h("div", { class: "cq-foot" }, question, actions, ...status.elements, ...more()),
    ),
  );
  const settled = guardAgainstDoubleClicks(root);

  function more() {
    return [
      details(
        words.reflWho,
        h("p", {}, words.reflWhoYou, " ", h("code", {}, model.get("where"))),
        h("p", {}, words.reflWhoOthers),
        h("p", {}, words.reflWhoShared),
      ),
      details(words.support, rich(item.support)),
    ];
  }

  /** @param {string} name @param {...Node} body */
  function details(name, ...body) {
    const summary = h("summary", { "data-lm-suppress-shortcuts": "true" }, name);
    return h("details", { class: "cq-support" }, summary, h("div", { class: "cq-rich" }, ...body));
  }

  /** @param {string} text @param {() => void} click */
  const button = (text, click) => control("button", { class: "cq-button", click }, text);

  /** Shows what fits where things stand: the choice, the words, or that it was skipped. */
  function draw() {
    question.hidden = true;
    write.hidden = !isWriting;
    if (isWriting) actions.replaceChildren(...(kept.text ? [button(words.reflErase, ask)] : []));
    else if (kept.skipped) actions.replaceChildren(button(words.reflAfterAll, begin));
    else actions.replaceChildren(button(words.reflWrite, begin), button(words.reflSkip, skip));
    status.verdict(kept.skipped && !isWriting ? { tone: "shown", title: words.reflSkipped, text: "" } : null);
    settled();
  }

  function begin() {
    isWriting = true;
    draw();
    area.focus();
  }

  function skip() {
    put({ skipped: "yes" });
    draw();
    focusFirst();
  }

  function typed() {
    const hadText = Boolean(kept.text);
    kept = area.value ? { text: area.value } : {};
    saver.respondSoon(/** @type {Record<string, string>} */ (kept), 1);
    if (hadText !== Boolean(kept.text)) draw();
  }

  function ask() {
    question.hidden = false;
    const no = button(words.reflEraseNo, keep);
    no.setAttribute("aria-describedby", question.id);
    actions.replaceChildren(no, button(words.reflEraseYes, erase));
    settled();
    no.focus();
  }

  function keep() {
    draw();
    area.focus();
  }

  function erase() {
    area.value = "";
    isWriting = false;
    put({});
    draw();
    status.verdict({ tone: "shown", title: words.reflErased, text: "" });
    focusFirst();
  }

  /** @param {Kept} next */
  function put(next) {
    kept = next;
    saver.respond(/** @type {Record<string, string>} */ (next), 1);
  }

  function focusFirst() {
    actions.querySelector("button")?.focus();
  }

  /** @param {Kept} response */
  function show(response) {
    kept = response;
    isWriting = Boolean(response.text);
    area.value = response.text ?? "";
    draw();
  }

  /** @param {any} message */
  function hear(message) {
    if (message?.type === "unreadable") status.verdict({ tone: "note", title: words.refused(message.message), text: "" });
    if (message?.type !== "opened" || saver.isBusy() || isWriting) return;
    show(message.response);
    if (message.response.text) saver.accept({ response: message.response, attempt: 1, at: message.at });
  }

  draw();
  el.append(root);
  model.on("msg:custom", hear);
  const end = connect(model, saver, () => {});
  try {
    model.send({ type: "open" });
  } catch {
    // nobody is there: what is written now says "Not saved" until somebody is
  }
  const pending = saver.resume(null);
  if (pending) show(/** @type {Kept} */ (pending.response));
  return end;
}

export default { render };
