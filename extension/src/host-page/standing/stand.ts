/** What stands in the page: `host` in the page's own tree, `box` in its closed root. */
export type Standing = {
  host: HTMLElement
  box: HTMLElement
  /** The page had taken it out or moved it, or it could not be moved without a reload of the frames in it. */
  onPutBack?: () => void
  /** It is gone: told to leave, the extension was reloaded or removed, or the page fights for its place. */
  onGone?: () => void
}

type Home = Element & { moveBefore?: (node: Node, before: null) => void }

/**
 * Puts something of ours into the page and keeps it there: at the end of the document, and while a modal dialog is open inside that, because
 * everything else is inert then. There it is a popover, so that no transform or overflow of the dialog holds it. A page that takes it out
 * again and again has it its own way. @returns what takes it away
 */
export function stand({ host, box, onPutBack, onGone }: Standing): () => void {
  let patience = 20
  let home: Element | undefined
  let modals: Element[] = [...document.querySelectorAll("dialog:modal")]
  const place = (records: MutationRecord[] = []) => {
    modals = [...modals, ...records.map(({ target }) => target as Element)].filter(
      one => one.isConnected && one.matches?.("dialog:modal"),
    )
    const next: Home | null = modals.at(-1) ?? document.documentElement
    const isTaken = home?.isConnected && host.parentNode !== home
    if (!isAlive() || (isTaken && !patience--)) leave()
    else if (next && host.parentNode !== next) {
      const isMoving = host.isConnected && next.moveBefore
      places.observe(document, { childList: true })
      places.observe(next, { childList: true })
      box.popover = null
      if (isMoving) next.moveBefore?.(host, null)
      else next.append(host)
      if (modals[0]) {
        box.popover = "manual"
        box.showPopover()
      }
      if (home && (isTaken || !isMoving)) onPutBack?.()
      home = next
    }
  }
  const places = new MutationObserver(place)
  const dialogs = new MutationObserver(place)
  // An element that left the document, in whatever way, has no size any more.
  const sizes = new ResizeObserver(() => place())
  const leave = () => {
    for (const observer of [places, dialogs, sizes]) observer.disconnect()
    host.remove()
    onGone?.()
  }
  place()
  dialogs.observe(document, { subtree: true, attributeFilter: ["open"] })
  sizes.observe(box)
  return leave
}

/** Whether the extension this script came from is still there: after an update or a reload it is not, and nothing can be called any more. */
export function isAlive(): boolean {
  return !!chrome.runtime?.id
}
