import caseFrameUrl from "url:../../host-page/case-frame.ts"
import { scriptFile } from "../../host-page/script-file"
import type { HostPage } from "../calls/senders"
import { orderDocument } from "../orders"
import { forgetGrants, makeTicket } from "./tickets"
import { uncover } from "./uncover"

/** How often a panel that the page threw out is put back. */
const mostAgain = 3

type Panel = { documentId: string; again: number; selected?: string }
type Opening = {
  /** Where the panel is open, it is closed. */
  toggles: boolean
  selected?: string
  /** The page that asked; left out: whatever the tab shows. */
  pageId?: string
}

/**
 * Opens the panel in the page of a tab: the script that holds our frame is put into the page only now. Only after a deed of the person: a real
 * click on the launcher, the key, the menu.
 * @returns whether there is a page that can have one
 */
export async function openPanel(tabId: number, { toggles, selected, pageId }: Opening): Promise<boolean> {
  const documentId = await putHost(pageId ? { tabId, documentIds: [pageId] } : { tabId, frameIds: [0] })
  if (!documentId) return false
  await forgetGrants(tabId, "panel")
  const chosen = selected ? { selected } : {}
  const ticket = await makeTicket({
    purpose: "panel",
    tabId,
    openerFrameId: 0,
    openerDocumentId: documentId,
    ...chosen,
  })
  await keepPanel(tabId, { documentId, again: 0, ...chosen })
  await orderDocument({ tabId, documentId }, { kind: "show-panel", ticket, toggles })
  return true
}

/** A new ticket for a panel that this page threw out, at most three times. */
export async function reopenPanel({ tabId, documentId }: HostPage): Promise<string | undefined> {
  const panel = await findPanel(tabId)
  if (!panel || panel.documentId !== documentId || panel.again >= mostAgain) return undefined
  await keepPanel(tabId, { ...panel, again: panel.again + 1 })
  const chosen = panel.selected ? { selected: panel.selected } : {}
  return makeTicket({ purpose: "panel", tabId, openerFrameId: 0, openerDocumentId: documentId, ...chosen })
}

/** The panel was closed in its page: what was granted to it ends. */
export async function closePanel({ tabId, documentId }: HostPage): Promise<void> {
  const panel = await findPanel(tabId)
  if (panel?.documentId !== documentId) return
  await chrome.storage.session.remove(panelKey(tabId))
  await forgetGrants(tabId, "panel")
}

/** The tab is gone, and with it everything that was granted there. */
export async function forgetTab(tabId: number): Promise<void> {
  await chrome.storage.session.remove(panelKey(tabId))
  await forgetGrants(tabId)
}

async function putHost(target: chrome.scripting.InjectionTarget): Promise<string | undefined> {
  const put = { target, files: [scriptFile(caseFrameUrl)], injectImmediately: true }
  const [[done]] = await Promise.all([chrome.scripting.executeScript(put).catch(() => []), uncover(target)])
  return done?.documentId
}

async function findPanel(tabId: number): Promise<Panel | undefined> {
  const key = panelKey(tabId)
  return (await chrome.storage.session.get(key))[key] as Panel | undefined
}

function keepPanel(tabId: number, panel: Panel): Promise<void> {
  return chrome.storage.session.set({ [panelKey(tabId)]: panel })
}

const panelKey = (tabId: number) => `panel:${tabId}`
