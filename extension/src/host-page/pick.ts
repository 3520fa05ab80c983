/** Injected when somebody begins to point at a number on a page (`tools/pick`), into the top frame, and gone without a trace when that ends. */
import type { PickOrder } from "./pick/pick-calls"
import { type Picking, startPicking } from "./pick/picking"

declare global {
  /** This world's own: the page does not see it. */
  var casepostPicks: boolean | undefined
}

let picking: Picking | undefined

function follow(port: chrome.runtime.Port): void {
  if (port.name !== "pick" || port.sender?.id !== chrome.runtime.id || !isOwnPage(port.sender.url)) return
  picking?.leave()
  const own = startPicking(answer => port.postMessage(answer))
  picking = own
  const leave = () => {
    own.leave()
    if (picking === own) picking = undefined
  }
  port.onMessage.addListener((order: PickOrder) => {
    if (order.kind === "show") own.show(order)
    else if (order.kind === "known") own.know(order.asked, order)
    else leave()
  })
  // The page of ours that asked went away, or the extension was reloaded.
  port.onDisconnect.addListener(leave)
}

function isOwnPage(url: string | undefined): boolean {
  return url?.startsWith(chrome.runtime.getURL("")) ?? false
}

if (!globalThis.casepostPicks) {
  globalThis.casepostPicks = true
  chrome.runtime.onConnect.addListener(follow)
}
