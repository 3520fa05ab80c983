import { originPattern } from "@casepost/shared/tool-addresses"
import type { HostOrder } from "../host-page/calls"
import { readToolsHere } from "./tools/tools-here"

/** Orders something of the launchers of all tabs. */
export async function tellLaunchers(order: HostOrder): Promise<void> {
  const patterns = [...new Set((await readToolsHere()).map(({ address }) => originPattern(address)))]
  if (patterns.length === 0) return
  const tabs = await chrome.tabs.query({ url: patterns })
  await Promise.all(tabs.map(({ id }) => id !== undefined && orderPage(id, order)))
}

/** Orders something of our scripts in the page of a tab itself. Where none stands, nothing happens. */
export async function orderPage(tabId: number, order: HostOrder): Promise<void> {
  await chrome.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => undefined)
}

/** Orders something of one document, by its id: whatever came into the tab or frame since does not hear it. */
export async function orderDocument(place: { tabId: number; documentId: string }, order: HostOrder): Promise<void> {
  await chrome.tabs.sendMessage(place.tabId, order, { documentId: place.documentId }).catch(() => undefined)
}

/** Orders something of all our scripts in all frames of a tab. */
export async function orderTab(tabId: number, order: HostOrder): Promise<void> {
  await chrome.tabs.sendMessage(tabId, order).catch(() => undefined)
}
