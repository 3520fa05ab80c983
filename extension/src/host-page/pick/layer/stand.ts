import { layerStyle } from "./style"

/** More often than this a page does not throw us out by accident. */
const mostReturns = 20

export type Stand = {
  host: HTMLElement
  /** Draws anew. */
  again: () => void
  /** On top again, and inside a dialog that was opened meanwhile: whatever stands outside it cannot be pressed. */
  raise: () => void
  leave: () => void
}

/**
 * One element of ours in the page: a closed shadow root, in the top layer, out of the reach of the page's styles. `drawIn` draws into it, and again
 * whenever the page threw it out and it came back, because frames in it begin anew then.
 */
export function stand(drawIn: (root: ShadowRoot) => void): Stand {
  const host = document.createElement("div")
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(layerStyle)
  root.adoptedStyleSheets = [sheet]
  host.popover = "manual"
  let returns = 0
  let isOver = false

  const place = () => {
    const parent = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement
    if (host.parentNode !== parent || !host.isConnected) {
      parent.append(host)
      root.replaceChildren()
      drawIn(root)
    }
    show()
  }
  const show = () => {
    // Where the page forbids popovers in its own way, a high layer must do.
    try {
      host.showPopover?.()
    } catch {}
  }
  const back = () => {
    if (isOver || returns++ > mostReturns) return
    place()
  }
  const raise = () => {
    if (isOver) return
    try {
      if (host.matches(":popover-open")) host.hidePopover()
    } catch {}
    place()
  }
  const watch = new MutationObserver(() => {
    if (!host.isConnected) back()
  })
  const toggled = (event: Event) => {
    if ((event as ToggleEvent).newState === "closed" && !isOver && host.isConnected && !host.matches(":popover-open"))
      back()
  }
  const closed = (event: Event) => {
    if (event.target instanceof Node && event.target.contains(host)) back()
  }
  place()
  watch.observe(document, { childList: true, subtree: true })
  host.addEventListener("toggle", toggled)
  window.addEventListener("close", closed, true)
  return {
    host,
    again: () => {
      root.replaceChildren()
      drawIn(root)
    },
    raise,
    leave: () => {
      isOver = true
      watch.disconnect()
      window.removeEventListener("close", closed, true)
      host.remove()
    },
  }
}
