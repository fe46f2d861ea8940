// What the extension uses of JupyterLab, and no more: Lab hands its modules out when it starts (entry.js).

/** @typedef {import("./shipped.js").Notebook} Notebook */
/**
 * @template Args
 * @typedef {{ connect(slot: (sender: any, args: Args) => void, that?: any): boolean,
 *   disconnect(slot: (sender: any, args: Args) => void, that?: any): boolean }} Signal
 */
/** @typedef {"unknown" | "starting" | "idle" | "busy" | "terminating" | "restarting" | "autorestarting" | "dead"} Status */
/** @typedef {"connected" | "connecting" | "disconnected"} Connection */
/**
 * @typedef {object} Kernel
 * @property {string} id
 * @property {string} name
 * @property {boolean} isDisposed
 * @property {Status} status
 * @property {Connection} connectionStatus
 * @property {Promise<unknown>} info
 * @property {(content: object) => { done: Promise<unknown> }} requestExecute
 * @property {() => Promise<void>} reconnect
 */
/**
 * @typedef {object} Session
 * @property {Promise<void>} ready
 * @property {{ kernel: Kernel | null } | null} session
 * @property {Signal<Status>} statusChanged
 * @property {Signal<Connection>} connectionStatusChanged
 * @property {Signal<{ newValue: Kernel | null }>} kernelChanged
 * @property {() => Promise<void>} restartKernel
 * @property {(options: { name: string }) => Promise<Kernel | null>} changeKernel
 */
/**
 * @typedef {object} Model
 * @property {boolean} dirty
 * @property {(notebook: Notebook) => void} fromJSON
 * @property {() => Notebook} toJSON
 * @property {Signal<{ name: string }>} stateChanged
 * @property {(name: string) => any} getMetadata
 */
/** @typedef {{ model: Model, sessionContext: Session, ready: Promise<void>, isReady: boolean, isDisposed: boolean, path: string }} Context */
/**
 * @typedef {object} Cell
 * @property {HTMLElement} node
 * @property {{ type: string, id: string, getMetadata(name: string): any,
 *   toJSON(): { outputs?: { data?: Record<string, unknown> }[] } }} model
 */
/** @typedef {{ node: HTMLElement, outerNode: HTMLElement, viewportNode: HTMLElement, widgets: Cell[],
 *   scrollToItem: (index: number, align: string) => Promise<void> }} Content */
/**
 * @typedef {object} Panel
 * @property {HTMLElement} node
 * @property {boolean} isDisposed
 * @property {boolean} isVisible
 * @property {Content} content
 * @property {Context} context
 * @property {{ insertItem(index: number, name: string, widget: any): boolean, addItem(name: string, widget: any): boolean }} toolbar
 * @property {Signal<void>} disposed
 */
/**
 * @typedef {object} Lab
 * @property {any} application
 * @property {any} apputils
 * @property {any} cells
 * @property {any} coreutils
 * @property {any} mainmenu
 * @property {any} notebook
 * @property {any} services
 * @property {any} widgets
 */

/** The package behind each name of `Lab`. */
export const PACKAGES = {
  application: "@jupyterlab/application",
  apputils: "@jupyterlab/apputils",
  cells: "@jupyterlab/cells",
  coreutils: "@jupyterlab/coreutils",
  mainmenu: "@jupyterlab/mainmenu",
  notebook: "@jupyterlab/notebook",
  services: "@jupyterlab/services",
  widgets: "@lumino/widgets",
};
