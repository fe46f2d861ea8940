// The plugins that JupyterLab activates.
import { carry, takeUp } from "./carrying.js";
import { createHome } from "./home/home.js";
import { dayOf, showReminder, waiting } from "./home/reminders.js";
import { createRequests } from "./home/requests.js";
import { createPage, PAGES_CHANGED } from "./page.js";
import { readPreferences } from "./preferences.js";
import { readShipped } from "./shipped.js";
import { text, words } from "../words/pages.js";

/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./lab.js").Panel} Panel */
/** @typedef {ReturnType<typeof createPage>} Page */

// Lab moves focus to a cell by itself; its ring is for those who move by keyboard.
function followInput() {
  const { classList } = document.body;
  document.addEventListener("keydown", (event) => event.key === "Tab" && classList.add("course-by-keyboard"), true);
  document.addEventListener("pointerdown", () => classList.remove("course-by-keyboard"), true);
}

const TOGGLE = "course:toggle-page";
const HOME = "course:home";
const VISITED = "course-visited"; // in localStorage: whether this browser has shown the course page before
// Milliseconds; Lab begins to write down what is open three quarters of a second after a change.
const LAYOUT_KEPT_AFTER = 3000;
const NARROW = "(width < 480px)"; // a phone, where page.css puts Lab's side bars away

/** What a role's page config asks for: `coursePages` shows pages, and `courseCode` is what `course build` wrote.
 * @param {Lab} lab
 * @returns {Promise<object[]>}
 */
export async function createPlugins(lab) {
  const { PageConfig } = lab.coreutils;
  if (PageConfig.getOption("coursePages") !== "true") return []; // instructors see notebooks as notebooks
  document.body.classList.add("course-learner");
  const shipped = readShipped((name) => PageConfig.getOption(name));
  const account = PageConfig.getBaseUrl();
  const preferences = await readPreferences(createRequests(lab));
  /** @type {Map<object, Page>} */
  const pages = new Map();

  const reload = () => {
    carry(window.sessionStorage, account);
    window.location.reload();
  };

  return [
    {
      id: "course-lab:pages",
      description: "Shows the course's own notebooks as pages that run by themselves.",
      autoStart: true,
      requires: [lab.notebook.INotebookTracker],
      optional: [lab.apputils.ICommandPalette, lab.mainmenu.IMainMenu],
      /** @param {any} app @param {any} tracker @param {any} palette @param {any} menu */
      activate(app, tracker, palette, menu) {
        takeUp(window.sessionStorage, account);
        // A widget extension hears of a panel before its file has been read; the tracker may be later.
        app.docRegistry.addWidgetExtension("Notebook", {
          /** @param {Panel} panel */
          createNew(panel) {
            const goHome = () => void app.commands.execute(HOME);
            const page = createPage({ lab, app, panel, shipped, reload, goHome });
            pages.set(panel, page);
            panel.disposed.connect(() => {
              pages.delete(panel);
              page.dispose();
            });
          },
        });

        const current = () => pages.get(tracker.currentWidget);
        app.commands.addCommand(TOGGLE, {
          label: () => words.showAsNotebook,
          isToggleable: true,
          isToggled: () => current()?.kind() === "course" && !current()?.isShown(),
          isEnabled: () => current()?.kind() === "course",
          execute: () => current()?.toggle(),
        });
        palette?.addItem({ command: TOGGLE, category: "View" });
        menu?.viewMenu.addGroup([{ command: TOGGLE }], 9);

        const mark = () => {
          const shown = app.shell.currentWidget;
          document.body.classList.toggle("course-page-in-front", Boolean(pages.get(shown)?.isShown()));
          app.commands.notifyCommandChanged(TOGGLE);
        };
        app.shell.currentChanged?.connect(mark);
        followInput();
        document.addEventListener(PAGES_CHANGED, mark);
        preferences.onLanguage(() => {
          for (const page of pages.values()) page.relabel();
          app.commands.notifyCommandChanged(TOGGLE);
        });
      },
    },
    {
      id: "course-lab:home",
      description: "Opens the course page when a learner signs in.",
      autoStart: true,
      optional: [lab.apputils.ICommandPalette, lab.mainmenu.IMainMenu],
      /** @param {any} app @param {any} palette @param {any} menu */
      activate(app, palette, menu) {
        /** @param {string} path @param {string} [cell] */
        const open = async (path, cell) => {
          const panel = await app.commands.execute("docmanager:open", { path });
          await panel?.context?.ready;
          if (cell) await pages.get(panel)?.goTo(cell);
        };
        /** @type {ReturnType<typeof createHome> | null} */
        let home = null;
        const current = () => (home && !home.widget.isDisposed ? home : (home = createHome({ lab, app, open, preferences })));
        const show = () => {
          const { widget, refresh } = current();
          if (!widget.isAttached) app.shell.add(widget, "main", { rank: 0 });
          app.shell.activateById(widget.id);
          void refresh();
        };
        app.commands.addCommand(HOME, { label: () => text.openHome, execute: show });
        preferences.onLanguage(() => {
          home?.relabel();
          app.commands.notifyCommandChanged(HOME);
        });
        const remind = async () => {
          const today = dayOf(new Date());
          const { reminders, reminded } = preferences.get();
          if (!reminders || reminded === today) return;
          const { due, open: waits } = waiting(await current().look());
          const message = text.reminder(due, waits);
          if (!message) return;
          await preferences.change({ reminded: today });
          showReminder(lab, message, show);
        };
        palette?.addItem({ command: HOME, category: "View" });
        menu?.viewMenu.addGroup([{ command: HOME }], 8);
        // It tells how things stand, so it asks anew whenever it comes to the front.
        app.shell.currentChanged?.connect(() => {
          if (home?.widget.isAttached && app.shell.currentWidget === home.widget) void home.refresh();
        });
        void app.restored.then(() => {
          const narrow = window.matchMedia(NARROW); // files would leave the page no room
          let wasOpen = false;
          const makeRoom = () => {
            if (!narrow.matches) return wasOpen && app.shell.expandLeft?.();
            wasOpen = !app.shell.leftCollapsed;
            app.shell.collapseLeft?.();
          };
          narrow.addEventListener("change", makeRoom);
          makeRoom();
          remind().catch((fault) => console.warn("course-lab: there is no reminder today", fault));
          if (PageConfig.getOption("treePath")) return; // an address that names a file opens that file
          if (!window.localStorage.getItem(VISITED)) app.shell.collapseLeft?.();
          // Who leaves sooner would find the files open the next time.
          window.setTimeout(() => window.localStorage.setItem(VISITED, "true"), LAYOUT_KEPT_AFTER);
          show();
        });
      },
    },
    {
      id: "course-lab:connection-lost",
      description: "Lets the pages say that the connection is lost; where none is open, JupyterLab says it.",
      autoStart: true,
      provides: lab.application.IConnectionLost,
      activate: () =>
        /** @param {...any} told */
        async (...told) => {
          const shown = [...pages.values()].filter((page) => page.isShown());
          if (!shown.length) return lab.application.ConnectionLost(...told);
          for (const page of shown) page.lose("offline");
        },
    },
  ];
}
