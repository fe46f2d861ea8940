// One notebook panel of a learner: a page when its code is the course's own, a notebook with a notice when it is not.
import { h } from "../dom.js";
import { createBar } from "./bar.js";
import { createRequests } from "./home/requests.js";
import { fitPhones } from "./narrow.js";
import { followReading } from "./reading.js";
import { asNotice, asPage, judge } from "./shipped.js";
import { chosen } from "../words/language.js";
import { words } from "../words/pages.js";

/** @typedef {import("./lab.js").Panel} Panel */
/** @typedef {import("./lab.js").Kernel} Kernel */
/** @typedef {import("./shipped.js").Notebook} Notebook */
/** @typedef {import("./shipped.js").Verdict} Verdict */
/** @typedef {"waking" | "live" | "stopped" | "offline" | "failed"} State of the questions */

/** Fired on the document when a panel becomes a page or a notebook. */
export const PAGES_CHANGED = "course-pages-changed";
/** The tag of a cell that says how to run the notebook, which a page does by itself (course/build/cells.py). */
const ONLY_IN_NOTEBOOK = "only-in-notebook";
/** What a cell shows once its question can be answered. */
const ACTIVITY = ".course-activity";
const VIEW = "application/vnd.jupyter.widget-view+json";
const DRAWN_WITHIN = 10_000; // ms after which the page is as it is, drawn or not
const SHORT = 1500; // ms that a start or a gap in the connection may take before the page speaks of it

// The imports that take long, before any cell's static face gives way to its widget. The module is the engine's own.
const WARM_UP = "import course.activities";

// The heading that the address names, as in feedback's links; Lab's router takes it out of the address.
let fragment = decodeURIComponent(window.location.hash.slice(1));

/**
 * @param {object} given
 * @param {import("./lab.js").Lab} given.lab
 * @param {any} given.app
 * @param {Panel} given.panel
 * @param {import("./shipped.js").Shipped} given.shipped
 * @param {() => void} given.reload loads all of Lab again, which makes a hub start the server again
 * @param {() => void} given.goHome opens the course page
 */
export function createPage({ lab, app, panel, shipped, reload, goHome }) {
  const { context, content } = panel;
  const { model, sessionContext } = context;
  const read = model.fromJSON.bind(model);
  const write = model.toJSON.bind(model);
  const bar = createBar();
  const toggler = createToggler();
  const homeButton = createButton(goHome);
  const requests = createRequests(lab, app);

  /** @type {Verdict} */
  let kind = "text";
  /** @type {Notebook | null} */
  let file = null; // as it was read
  let isShown = false;
  /** @type {State} */
  let state = "waking";
  /** @type {Kernel | null} */
  let kernel = null; // the one that the questions live in
  let wakings = 0;
  /** @type {any} */
  let patience = null;

  // Judged before a first cell is drawn. A file that changed on disk comes this way again.
  model.fromJSON = (notebook) => {
    kind = judge(notebook, shipped);
    file = notebook;
    read(kind === "course" ? asPage(notebook) : asNotice(notebook));
    panel.node.classList.remove("course-unread");
    performance.mark("course-read");
    if (kind === "course") open();
    else close();
  };
  // What is saved from a page is what was read: its widgets die with the kernel, and nobody edits a page.
  model.toJSON = () => (isShown && file ? structuredClone(file) : write());
  model.stateChanged.connect(keepClean);

  content.outerNode.prepend(bar.node);
  panel.toolbar.insertItem(0, "course-home", homeButton.widget);
  panel.toolbar.addItem("course-toggle", toggler.widget);
  const stopFitting = fitPhones(content.node);
  const stopFollowing = followReading(content, { isShown: () => isShown && !isCheck(), onRead });
  deafen();
  silenceRestarts();
  sessionContext.statusChanged.connect(onStatus);
  sessionContext.connectionStatusChanged.connect(onConnection);
  sessionContext.kernelChanged.connect(onKernel);
  lab.notebook.NotebookActions.executed.connect(onExecuted);
  // Until the file has been read, Lab shows an empty cell of code.
  panel.node.classList.add("course-unread");
  const shown = () => panel.node.classList.remove("course-unread");
  void context.ready.then(shown, shown);
  if (context.isReady) model.fromJSON(write()); // a second view of an open notebook

  function createToggler() {
    const toggler = createButton(() => toggle());
    toggler.button.classList.add("course-toggle");
    return toggler;
  }

  /** @param {() => void} click */
  function createButton(click) {
    const button = h("button", { type: "button", class: "course-button", click });
    return { button, widget: new lab.widgets.Widget({ node: button }) };
  }

  /** @param {string} cell */
  function onRead(cell) {
    const lesson = context.path.split("/").at(-1) ?? "";
    requests.read(lesson, cell).catch((fault) => console.warn("course-lab: progress was not noted", fault));
  }

  /** Brings a cell into view, once the questions above it have their size.
   * @param {string} id
   */
  async function goTo(id) {
    const index = content.widgets.findIndex(({ model: cell }) => cell.id === id);
    if (index > 0) await content.scrollToItem(index, "start").catch(() => {}); // a page that is closed meanwhile
  }

  // From notebook to page and back ---------------------------------------------------------------------------------

  function open() {
    show(true);
    void wake();
  }

  function close() {
    show(false);
    wakings += 1; // gives a waking up that is under way up
    clearTimeout(patience);
    bar.say(kind === "foreign" ? { tone: "warning", text: words.foreign } : null);
  }

  /** @param {boolean} asPage */
  function show(asPage) {
    isShown = asPage;
    panel.node.classList.toggle("course-page", asPage);
    panel.node.classList.toggle("course-foreign", kind === "foreign");
    panel.node.classList.toggle("course-check", isCheck());
    homeButton.button.hidden = kind === "foreign";
    toggler.button.hidden = kind !== "course";
    label();
    if (asPage) hideInstructions();
    nameRegion(asPage);
    document.dispatchEvent(new Event(PAGES_CHANGED));
  }

  function label() {
    homeButton.button.textContent = words.home.openHome;
    toggler.button.textContent = isShown ? words.showAsNotebook : words.showAsPage;
    for (const node of [bar.node, homeButton.button, toggler.button]) node.lang = chosen();
  }

  /** Says all in the language of the moment; the questions follow when their cells run again. */
  function relabel() {
    label();
    if (isShown && state === "live") void wake();
    else if (isShown && state !== "waking") become(state);
    else if (kind === "foreign") bar.say({ tone: "warning", text: words.foreign });
  }

  function toggle() {
    if (kind !== "course") return;
    if (isShown) close();
    else model.fromJSON(write()); // judged anew: it may have been edited
  }

  const isCheck = () => Boolean(file?.cells?.some((cell) => cell.metadata?.nbgrader?.grade));

  function hideInstructions() {
    for (const cell of content.widgets) {
      if (cell.model.getMetadata("tags")?.includes?.(ONLY_IN_NOTEBOOK)) cell.node.classList.add("course-only-in-notebook");
    }
  }

  /** @param {boolean} asPage */
  function nameRegion(asPage) {
    const region = content.node;
    content.viewportNode.removeAttribute("role"); // a "feed" of anything but articles breaks ARIA's rules
    content.viewportNode.removeAttribute("aria-label");
    if (asPage) {
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", model.getMetadata("title") || words.page);
      region.lang = model.getMetadata("lang") || "";
    } else for (const name of ["role", "aria-label", "lang"]) region.removeAttribute(name);
  }

  function keepClean() {
    if (isShown && model.dirty) model.dirty = false;
  }

  // The notebook is deaf to what happens inside a page: no key deletes a cell, no click selects one.
  function deafen() {
    for (const type of ["keydown", "mousedown", "dblclick", "focusin", "focusout", "contextmenu"]) {
      content.outerNode.addEventListener(type, (event) => {
        if (!isShown || isForLab(event)) return;
        event.stopPropagation();
        if (isSave(event)) event.preventDefault(); // answers save themselves; the browser would offer to save a file
      });
    }
  }

  // Starting the questions -----------------------------------------------------------------------------------------

  /** @param {State} next */
  function become(next) {
    state = next;
    panel.node.dataset.courseState = state;
    clearTimeout(patience);
    if (next === "live") bar.say(null);
    if (next === "stopped") ask(words.stopped, words.startAgain);
    if (next === "offline") ask(words.offline, words.reconnect);
    if (next === "failed") ask(words.failed, words.tryAgain);
  }

  /** @param {string} text @param {string} action */
  function ask(text, action) {
    bar.say({ tone: "warning", text, action, onAction: () => void mend() });
  }

  /** Runs the notebook's cells, if they are still the course's own. */
  async function wake() {
    const waking = ++wakings;
    const isOver = () => waking !== wakings || panel.isDisposed || !isShown;
    become("waking");
    delete panel.node.dataset.courseDrawn;
    patience = setTimeout(() => bar.say({ tone: "calm", text: words.waking }), SHORT);
    try {
      await sessionContext.ready;
      kernel = sessionContext.session?.kernel ?? null;
      if (!kernel) throw new Error("there is no kernel");
      await kernel.info;
      performance.mark("course-kernel");
      await kernel.requestExecute({ code: WARM_UP, silent: true, store_history: false, allow_stdin: false }).done;
      if (isOver()) return;
      if (judge(write(), shipped) !== "course" || kernel.name !== shipped.kernel) {
        kind = "foreign";
        return close();
      }
      const code = content.widgets.filter((cell) => cell.model.type === "code");
      const release = holdHeights(code);
      const runs = code.map((cell) => lab.cells.CodeCell.execute(cell, sessionContext));
      await Promise.all(runs);
      keepClean();
      if (!isOver()) become("live");
      await drawn(code);
      release();
      if (isOver()) return;
      panel.node.dataset.courseDrawn = "true";
      performance.mark("course-drawn");
      followFragment();
    } catch (fault) {
      console.warn("course-lab: the questions could not be started", fault);
      if (!isOver() && state === "waking") become("failed");
    }
  }

  /** Settles when each question that the kernel has made stands in the page; at the latest after DRAWN_WITHIN.
   * @param {import("./lab.js").Cell[]} cells
   */
  async function drawn(cells) {
    const made = cells.filter(({ model }) => model.toJSON().outputs?.some((output) => output.data?.[VIEW]));
    const isDrawn = () => made.every(({ node }) => node.querySelector(ACTIVITY));
    await new Promise((resolve) => {
      const watch = new MutationObserver(look);
      const limit = setTimeout(stop, DRAWN_WITHIN);
      watch.observe(content.node, { subtree: true, childList: true });
      look();

      function look() {
        if (isDrawn()) stop();
      }

      function stop() {
        watch.disconnect();
        clearTimeout(limit);
        resolve(null);
      }
    });
  }

  /** Goes, once, to the heading that the address named, now that the page has its size. */
  function followFragment() {
    const name = CSS.escape(fragment);
    const heading = name && content.node.querySelector(`[data-jupyter-id="${name}"], [id="${name}"]`);
    if (!heading) return;
    fragment = "";
    heading.scrollIntoView();
  }

  /** Keeps what stands below a question in its place while its face gives way to its widget. */
  function holdHeights(/** @type {import("./lab.js").Cell[]} */ cells) {
    for (const { node } of cells) node.style.minHeight = `${node.offsetHeight}px`;
    return () => setTimeout(() => cells.forEach(({ node }) => (node.style.minHeight = "")), 300);
  }

  // Losing the kernel ----------------------------------------------------------------------------------------------

  /** @param {"stopped" | "offline"} how */
  function lose(how) {
    if (!isShown || state === "failed" || (state === "stopped" && how === "offline")) return;
    wakings += 1;
    become(how);
  }

  /** @param {unknown} _ @param {import("./lab.js").Status} status */
  function onStatus(_, status) {
    if (state !== "live" && state !== "offline") return;
    if (["restarting", "autorestarting", "dead", "terminating"].includes(status)) lose("stopped");
  }

  /** @param {unknown} _ @param {import("./lab.js").Connection} status */
  function onConnection(_, status) {
    if (state === "live" && status !== "connected") {
      clearTimeout(patience);
      patience = setTimeout(() => kernel?.connectionStatus !== "connected" && lose("offline"), SHORT);
    } else if (state === "offline" && status === "connected") {
      // The network is back and so is the kernel: the quizzes notice too, and send what is waiting.
      if (kernel && !kernel.isDisposed && kernel === sessionContext.session?.kernel) become("live");
    }
  }

  /** @param {unknown} _ @param {{ newValue: Kernel | null }} change */
  function onKernel(_, { newValue }) {
    if (state === "live" && newValue !== kernel) lose("stopped");
  }

  /** Whoever ran all cells from the Run menu has done what the button does.
   * @param {unknown} _
   * @param {{ notebook: object, cell: object, success: boolean }} run
   */
  function onExecuted(_, { notebook, cell, success }) {
    if (notebook !== content || !success || (state !== "stopped" && state !== "failed")) return;
    if (cell !== content.widgets.findLast((one) => one.model.type === "code")) return;
    kernel = sessionContext.session?.kernel ?? null;
    become("live");
  }

  /** What the button does: the shortest way back to a kernel, then all cells again. */
  async function mend() {
    const why = state;
    become("waking");
    bar.say({ tone: "calm", text: why === "offline" ? words.reconnecting : words.waking });
    focusOn(content.node.querySelector(".jp-Cell")); // the button goes, and focus with it
    try {
      await haveKernel();
    } catch (fault) {
      console.warn("course-lab: no kernel to be had without loading the page again", fault);
      return reload();
    }
    await wake();
  }

  async function haveKernel() {
    // Lab's own list of kernels may be stale; asking for it fails where the server is gone.
    const { KernelAPI } = lab.services;
    const running = (await KernelAPI.listRunning(app.serviceManager.serverSettings)).map(
      (/** @type {{ id: string }} */ one) => one.id,
    );
    const mine = sessionContext.session?.kernel;
    if (!mine || mine.isDisposed || mine.status === "dead" || !running.includes(mine.id)) {
      await sessionContext.changeKernel({ name: shipped.kernel });
    } else if (mine.connectionStatus !== "connected") {
      await mine.reconnect();
    }
  }

  // JupyterLab tells of a kernel that died in a dialog, in words for programmers; the page says it itself.
  function silenceRestarts() {
    const own = /** @type {any} */ (panel)._onSessionStatusChanged;
    if (typeof own !== "function") return;
    sessionContext.statusChanged.disconnect(own, panel);
    sessionContext.statusChanged.connect((sender, status) => {
      if (!isShown && !panel.isDisposed) own.call(panel, sender, status);
    });
  }

  return {
    kind: () => kind,
    isShown: () => isShown,
    toggle,
    relabel,
    goTo,
    lose,
    dispose() {
      wakings += 1;
      clearTimeout(patience);
      stopFollowing();
      stopFitting();
      lab.notebook.NotebookActions.executed.disconnect(onExecuted);
    },
  };
}

/** The few keys that stay Lab's inside a page: the command palette, the side bar, what goes with Alt.
 * @param {Event} event
 */
function isForLab(event) {
  if (!(event instanceof KeyboardEvent)) return false;
  const key = event.key.toLowerCase();
  if (event.altKey) return key !== "enter";
  const isAccelerated = event.ctrlKey || event.metaKey;
  return isAccelerated && ((event.shiftKey && key === "c") || (!event.shiftKey && key === "b"));
}

/** @param {Event} event */
function isSave(event) {
  return event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
}

/** @param {Element | null} element */
function focusOn(element) {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
