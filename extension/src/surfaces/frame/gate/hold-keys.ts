/** Move the focus, or leave: they do so whatever is to be seen. */
const harmless = new Set(["Tab", "Escape"])
/** Press what has the focus. */
const pressing = new Set(["Enter", " "])

/**
 * Keys do nothing where what they would do is not to be seen: whoever types on while the page covers the frame would take a message back, or
 * open a window. What lies there instead of everything else (`data-cover`) can be pressed.
 */
export function holdKeys(isCovered: () => boolean): void {
  addEventListener(
    "keydown",
    event => {
      if (!isCovered() || harmless.has(event.key)) return
      const isOnCover = event.target instanceof Element && event.target.closest("[data-cover]") !== null
      if (!isOnCover || !pressing.has(event.key)) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}
