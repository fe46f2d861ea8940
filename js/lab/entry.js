// What JupyterLab loads: a module federation container, written out. It takes Lab's own modules from the scope that
// Lab shares with its extensions, and gives the plugins back.
import { PACKAGES } from "./lab.js";
import homeCss from "./home/home.css";
import pageCss from "./page.css";
import { createPlugins } from "./plugins.js";

/** @typedef {() => unknown} Factory */
/** @typedef {Record<string, Record<string, { get(): Promise<Factory> }>>} Scope packages, and of each its versions */

const NAME = "course-lab";

/** @type {Scope} */
let scope = {};

/** @param {string} name */
async function take(name) {
  const [shared] = Object.values(scope[name] ?? {});
  if (!shared) throw new Error(`${NAME}: this JupyterLab does not share ${name}`);
  return (await shared.get())();
}

async function load() {
  const taken = Object.entries(PACKAGES).map(async ([name, from]) => [name, await take(from)]);
  const lab = /** @type {import("./lab.js").Lab} */ (Object.fromEntries(await Promise.all(taken)));
  const style = document.createElement("style");
  style.textContent = `${pageCss}\n${homeCss}`;
  document.head.append(style);
  // Lab asks for an ES module by this mark; without it none of Lab would start.
  return { __esModule: true, default: await createPlugins(lab) };
}

const page = /** @type {any} */ (window);
page._JUPYTERLAB ??= {};
page._JUPYTERLAB[NAME] = {
  /** @param {Scope} shared */
  init(shared) {
    scope = shared;
  },
  async get() {
    const module = await load();
    return () => module;
  },
};
