/** Holds the panel's frame in a host page. Put into the page on a click and never before; what is in the frame, it cannot see. */

import type { HostOrder } from "./calls"
import { openPanel, type Panel } from "./case-frame/panel"
import { world } from "./standing/world"

if (!world.casepostPanel) {
  world.casepostPanel = true
  let panel: Panel | undefined
  chrome.runtime.onMessage.addListener((order: HostOrder, _sender, answer) => {
    if (order.kind === "show-panel") {
      const wasOpen = panel !== undefined
      panel?.close()
      if (!wasOpen || !order.toggles)
        panel = openPanel(order.ticket, () => {
          panel = undefined
        })
    } else if (order.kind === "frame-stands") panel?.stands()
    else if (order.kind === "close-panel" || order.kind === "all-away") panel?.close()
    else if (order.kind === "draw" && panel) {
      void panel.isDrawn().then(answer)
      return true
    }
    return undefined
  })
}
