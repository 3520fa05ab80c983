import type { FrameGrant } from "../../host-page/calls"
import type { OwnFrame } from "../calls/senders"

/** Milliseconds in which a ticket must be taken. */
const validFor = 20_000

/** What a ticket is for, and which document of the page asked for it. */
export type Purpose = FrameGrant & { openerDocumentId: string }
type Ticket = Purpose & { until: number }

const pages: Record<FrameGrant["purpose"], OwnFrame["page"]> = { panel: "compose", recipients: "recipients" }
/** Taken since this worker woke up: two frames that ask in the same moment are one frame and a stranger. */
const taken = new Set<string>()

/**
 * Makes a ticket: 128 random bits that let one frame of ours, in this tab, for this purpose, show data; once, and within 20 seconds. Kept in
 * `storage.session`, so that it outlives the worker and no script in a page ever reads it there.
 */
export async function makeTicket(purpose: Purpose): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const ticket = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("")
  await chrome.storage.session.set({ [ticketKey(ticket)]: { ...purpose, until: Date.now() + validFor } })
  return ticket
}

/** Takes a ticket for a frame. @returns what it may do from now on, as this one document; undefined where the ticket is not for it */
export async function redeemTicket(frame: OwnFrame, ticket: string): Promise<Purpose | undefined> {
  if (taken.has(ticket)) return undefined
  taken.add(ticket)
  const key = ticketKey(ticket)
  const kept = (await chrome.storage.session.get(key))[key] as Ticket | undefined
  await chrome.storage.session.remove(key)
  if (!kept || kept.until < Date.now() || kept.tabId !== frame.tabId || pages[kept.purpose] !== frame.page)
    return undefined
  const { until, ...purpose } = kept
  await chrome.storage.session.set({ [grantKey(frame.documentId)]: purpose })
  return purpose
}

/** What a frame was granted: it holds for the document that took the ticket. */
export async function findGrant({ documentId, tabId }: OwnFrame): Promise<Purpose | undefined> {
  const key = grantKey(documentId)
  const grant = (await chrome.storage.session.get(key))[key] as Purpose | undefined
  return grant?.tabId === tabId ? grant : undefined
}

/** Forgets tickets and grants of a tab that is gone; with a purpose, only those: its frame was closed. */
export async function forgetGrants(tabId: number, purpose?: Purpose["purpose"]): Promise<void> {
  const kept = await chrome.storage.session.get(null)
  const gone = Object.entries(kept).filter(([key, value]) => {
    if (!key.startsWith(ticketKey("")) && !key.startsWith(grantKey(""))) return false
    const granted = value as Purpose
    return granted.tabId === tabId && (!purpose || granted.purpose === purpose)
  })
  await chrome.storage.session.remove(gone.map(([key]) => key))
}

const ticketKey = (ticket: string) => `ticket:${ticket}`
const grantKey = (documentId: string) => `grant:${documentId}`
