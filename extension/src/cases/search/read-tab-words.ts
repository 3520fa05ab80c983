import type { CaseRef } from "@casepost/shared/cases"
import { readServerAddress } from "../../api/server-address"
import { numberWords } from "./number-words"
import { sharedCase } from "./shared-case"

/** `shared`: the tab shows a link of our own server that somebody shared (`/open/{kind}/{id}`), so the case is known. */
export type TabWords = { numbers: string[]; externalIds: string[]; shared?: CaseRef }

/**
 * Number-like words of the open tab's title, address and selected text. `activeTab` lets us look only because the toolbar
 * icon was clicked there; on pages that Chrome keeps closed nothing is found.
 */
export async function readTabWords(): Promise<TabWords> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  if (!tab?.id) return { numbers: [], externalIds: [] }
  const results = await chrome.scripting
    .executeScript({ target: { tabId: tab.id }, func: readPage })
    .catch(() => undefined)
  const page = results?.[0]?.result
  if (!page) return { numbers: [], externalIds: [] }
  const shared = sharedCase(page.place, await readServerAddress())
  if (shared) return { numbers: [], externalIds: [], shared }
  const ofAddress = numberWords(page.address)
  return {
    numbers: [...new Set([...numberWords(page.selected), ...numberWords(page.title), ...ofAddress])],
    externalIds: ofAddress.slice(0, 50),
  }
}

/** Runs in the page, so it may use nothing from outside itself. */
function readPage(): { title: string; place: string; address: string; selected: string } {
  const heading = document.querySelector("h1")?.textContent ?? ""
  const address = `${location.pathname}/${location.search}/${location.hash}`
  return {
    place: `${location.origin}${location.pathname}`.slice(0, 300),
    title: `${document.title} ${heading}`.slice(0, 1000),
    // `%` ends a word, so what is encoded is left as it is.
    address: address.slice(0, 1000),
    selected: String(getSelection() ?? "").slice(0, 4000),
  }
}
