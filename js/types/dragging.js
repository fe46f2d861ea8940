// Dragging the elements of a list by mouse, pen or finger, with pointer events alone.

const THRESHOLD = 4; // px before a press becomes a drag

/** Lets the elements of a list be dragged up and down; a finger drags by the grip, for the rest scrolls the page.
 * @param {HTMLElement} list
 * @param {(element: HTMLElement) => void} onDrop called when an element was let go in another place
 */
export function makeDraggable(list, onDrop) {
  list.addEventListener("pointerdown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const element = /** @type {HTMLElement | null} */ (target.closest("li"));
    if (!element || event.button !== 0 || !event.isPrimary || target.closest("button, a")) return;
    if (event.pointerType === "touch" && !target.closest(".cq-grip")) return;
    if (target.closest(".cq-note")) return; // its text may be selected
    drag(list, element, event, onDrop);
  });
}

/** @param {HTMLElement} list @param {HTMLElement} element @param {PointerEvent} press @param {(element: HTMLElement) => void} onDrop */
function drag(list, element, press, onDrop) {
  const before = [...list.children];
  let origin = press.clientY;
  const end = new AbortController();
  const listen = { signal: end.signal };

  element.setPointerCapture(press.pointerId);
  element.addEventListener("pointermove", follow, listen);
  element.addEventListener("pointerup", () => finish(true), listen);
  element.addEventListener("pointercancel", () => finish(false), listen);
  window.addEventListener("keydown", cancel, { ...listen, capture: true });

  /** @param {PointerEvent} event */
  function follow(event) {
    const isDragged = element.classList.contains("is-dragged");
    if (!isDragged && Math.abs(event.clientY - origin) < THRESHOLD) return;
    element.classList.add("is-dragged");
    do element.style.transform = `translateY(${event.clientY - origin}px)`;
    while (passNeighbour()); // a quick hand passes several between two events
  }

  function passNeighbour() {
    const { previousElementSibling: above, nextElementSibling: below } = element;
    const centre = middle(element);
    if (above && centre < middle(above)) return pass(above, () => element.after(above));
    if (below && centre > middle(below)) return pass(below, () => element.before(below));
    return false;
  }

  /** Lets a neighbour pass. The neighbour is moved in the document, for a moved element would lose the pointer.
   * @param {Element} neighbour @param {() => void} swap
   */
  function pass(neighbour, swap) {
    const [own, other] = [element.offsetTop, neighbour.getBoundingClientRect().top];
    swap();
    origin += element.offsetTop - own;
    glide(neighbour, other - neighbour.getBoundingClientRect().top);
    return true;
  }

  /** @param {KeyboardEvent} event */
  function cancel(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  }

  /** @param {boolean} isKept */
  function finish(isKept) {
    end.abort();
    element.classList.remove("is-dragged");
    element.style.transform = "";
    if (!isKept) list.append(...before);
    if ([...list.children].some((child, place) => child !== before[place])) onDrop(element);
  }
}

/** @param {Element} element */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

/** @param {Element} element @param {number} from */
function glide(element, from) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  element.animate([{ transform: `translateY(${from}px)` }, { transform: "none" }], { duration: 140, easing: "ease-out" });
}
