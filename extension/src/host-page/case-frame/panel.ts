import type { HostCall } from "../calls"
import { drawsCalmly } from "../standing/draws-calmly"
import { make, makeHost } from "../standing/make"
import { isAlive, stand } from "../standing/stand"
import { world } from "../standing/world"
import { makeCard } from "./card"
import { rememberFocus } from "./focus"
import { isMasked } from "./masked"
import { type OpenedFrame, openFrame } from "./open-frame"
import { styles } from "./styles"

/** The panel in this page, while it is open. */
export type Panel = {
  /** Its frame took its ticket. */
  stands: () => void
  /** Whether the page draws itself without a pause, and nothing masks the frame. */
  isDrawn: () => Promise<boolean>
  close: () => void
}

/** Opens the panel with a ticket for its frame. `onClosed`: whoever closed it. */
export function openPanel(ticket: string, onClosed: () => void): Panel {
  const giveFocusBack = rememberFocus()
  const box = make("div")
  const host = makeHost(styles, box)
  let opened: OpenedFrame | undefined
  let isClosed = false

  const show = (withTicket: string) => {
    opened = openFrame(withTicket, { onSilent: instead, onAgain: again })
    box.replaceChildren(opened.frame)
  }
  /** The frame was thrown out or loaded anew: what it was granted ended with its document. */
  const again = () => {
    opened?.forget()
    void tell({ kind: "panel-again" }).then(next => {
      if (isClosed || box.classList.contains("card")) return
      if (typeof next === "string") show(next)
      else close()
    })
  }
  const instead = () => {
    clearInterval(looking)
    opened?.forget()
    box.className += " card"
    box.replaceChildren(...makeCard({ onBeside: () => tell({ kind: "panel-instead" }), onClose: close }))
  }
  const close = () => {
    if (isClosed) return
    isClosed = true
    clearInterval(looking)
    opened?.forget()
    giveFocusBack(host)
    leave()
    if (isAlive()) void tell({ kind: "panel-gone" })
    onClosed()
  }

  box.className = world.casepostLauncher?.host ? "beside" : ""
  show(ticket)
  const leave = stand(host, box, close, again)
  keepBare(host, close)
  // More often than a frame takes to make certain that it is seen, before anything leaves it.
  const looking = setInterval(() => isMasked(host, box) && instead(), 100)
  return {
    stands: () => opened?.stands(),
    isDrawn: () => drawsCalmly().then(isCalm => isCalm && !isMasked(host, box)),
    close,
  }
}

/** The host has no attributes: one that the page sets (`inert`, a style) is taken off, and a page that insists closes the panel. */
function keepBare(host: HTMLElement, onInsisting: () => void): void {
  let patience = 20
  const observer = new MutationObserver(() => {
    if (host.attributes.length === 0) return
    if (patience-- === 0) {
      observer.disconnect()
      return onInsisting()
    }
    for (const { name } of [...host.attributes]) host.removeAttribute(name)
  })
  observer.observe(host, { attributes: true })
}

function tell(call: HostCall): Promise<unknown> {
  return chrome.runtime.sendMessage<HostCall, unknown>(call).catch(() => undefined)
}
