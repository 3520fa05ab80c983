/** A page of ours at the top of a tab, or in the popup or the side panel. */
export type OwnPage = { from: "own-page" }
/** A page of ours in a frame of somebody else's page. */
export type OwnFrame = {
  from: "own-frame"
  page: "compose" | "recipients"
  tabId: number
  windowId: number
  documentId: string
}
/** A script of ours in a page of the web. Whether that page is one of a tool that is on, whoever answers asks `toolAt(url)`. */
export type HostPage = {
  from: "host-page"
  url: string
  tabId: number
  windowId: number
  frameId: number
  /** Chrome prepares the page ahead (prerender): nobody sees it yet, and its own frame is not number 0. */
  isAhead: boolean
  documentId: string
}
export type Sender = OwnPage | OwnFrame | HostPage

/**
 * Who sent a runtime call, from what Chrome says of the sender and never from the message. Nobody of ours: undefined. Other extensions and
 * pages of the web have events of their own, to which nothing of ours listens.
 */
export function readSender(sender: chrome.runtime.MessageSender): Sender | undefined {
  if (sender.id !== chrome.runtime.id || !sender.url) return undefined
  const own = chrome.runtime.getURL("")
  if (!sender.tab) return sender.url.startsWith(own) ? { from: "own-page" } : undefined
  const { tab, frameId, documentId } = sender
  if (tab.id === undefined || frameId === undefined || !documentId) return undefined
  const place = { tabId: tab.id, windowId: tab.windowId, documentId }
  if (!sender.url.startsWith(own))
    return /^https?:/.test(sender.url)
      ? { from: "host-page", url: sender.url, frameId, isAhead: sender.documentLifecycle === "prerender", ...place }
      : undefined
  if (frameId === 0) return { from: "own-page" }
  const page = /^tabs\/(compose|recipients)\.html(?:[?#]|$)/.exec(sender.url.slice(own.length))?.[1]
  return page ? { from: "own-frame", page: page as OwnFrame["page"], ...place } : undefined
}
