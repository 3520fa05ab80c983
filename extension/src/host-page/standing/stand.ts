type Home = Element & { moveBefore: Element["insertBefore"] }

/**
 * Puts something of ours into the page and keeps it there: at the end of the document, and while a modal dialog is open inside that, because
 * everything else is inert then. There it is a popover, so that no transform or overflow of the dialog holds it. A page that takes it out
 * again and again has it its own way.
 * @param host stands in the page's own tree
 * @param box in its closed root
 * @param onGone told to leave, the extension was reloaded or removed, or the page fights for its place
 * @param onPutBack the page had taken it out or moved it, or it could not be moved without a reload of the frames in it
 * @returns what takes it away
 */
export function stand(host: HTMLElement, box: HTMLElement, onGone: () => unknown, onPutBack?: () => void): () => void {
  let patience = 20
  let home: Element | undefined
  const place = () => {
    const modal = [...document.querySelectorAll("dialog:modal")].pop()
    const next = (modal ?? document.documentElement) as Home | null
    const isTaken = home?.isConnected && host.parentNode !== home
    if (!isAlive() || (isTaken && !patience--)) leave()
    else if (next && host.parentNode !== next) {
      const isMoving = host.isConnected && "moveBefore" in next
      observer.observe(next, { childList: true })
      box.popover = null
      next[isMoving ? "moveBefore" : "insertBefore"](host, null)
      if (modal) {
        box.popover = "manual"
        box.showPopover()
      }
      if (home && (isTaken || !isMoving)) onPutBack?.()
      home = next
    }
  }
  const observer = new MutationObserver(place)
  // What left the document, in whatever way, has no size any more: a new document, a dialog that was taken out with us in it.
  const sizes = new ResizeObserver(place)
  const leave = () => {
    observer.disconnect()
    sizes.disconnect()
    host.remove()
    onGone()
  }
  place()
  observer.observe(document, { subtree: true, attributeFilter: ["open"] })
  sizes.observe(box)
  return leave
}

/** Whether the extension this script came from is still there: after an update or a reload it is not, and nothing can be called any more. */
export function isAlive(): boolean {
  return !!chrome.runtime?.id
}
