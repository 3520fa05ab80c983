import type { FrameGrant, HostOrder } from "../../../host-page/calls"

/** Tells the script that opened this frame something; the page around it hears nothing. @returns what it answers, from somebody else's page */
export async function orderOpener(
  { tabId, openerFrameId }: Pick<FrameGrant, "tabId" | "openerFrameId">,
  order: HostOrder,
): Promise<unknown> {
  return chrome.tabs.sendMessage(tabId, order, { frameId: openerFrameId })
}
