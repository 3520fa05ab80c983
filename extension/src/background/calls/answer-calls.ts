import type { FrameCall, HostCall } from "../../host-page/calls"
import { orderDocument, orderPage } from "../orders"
import { openBeside } from "../panel/beside"
import { openField } from "../panel/fields"
import { closePanel, openPanel, reopenPanel } from "../panel/panel"
import { findGrant, redeemTicket } from "../panel/tickets"
import { keepTools } from "../tools/keep-tools"
import { hideLauncherAt, launcherState, moveLauncher } from "../tools/launchers"
import { putScriptsRight } from "../tools/scripts"
import { toolAt } from "../tools/tools-here"
import { showUnread } from "../unread-badge"
import { readCall } from "./read-call"
import { type HostPage, type OwnFrame, readSender, type Sender } from "./senders"

/** From a page of ours that stands by itself. */
export type OwnCall = { kind: "unread-changed" } | { kind: "tools-changed" }
export type Call = OwnCall | FrameCall | HostCall

type Answers<Kinds extends Call, From> = {
  [Kind in Kinds["kind"]]: (from: From, call: Extract<Kinds, { kind: Kind }>) => unknown
}

const fromOwnPages: Answers<OwnCall, Sender> = {
  "unread-changed": () => showUnread(),
  "tools-changed": () => keepTools().then(() => putScriptsRight()),
}

const fromOwnFrames: Answers<FrameCall, OwnFrame> = {
  "redeem-ticket": async (frame, { ticket }) => {
    const grant = await redeemTicket(frame, ticket)
    if (!grant) return undefined
    const { openerDocumentId, ...told } = grant
    if (grant.purpose === "panel")
      await orderDocument({ tabId: frame.tabId, documentId: openerDocumentId }, { kind: "frame-stands" })
    return told
  },
  "close-frame": async frame => {
    const grant = await findGrant(frame)
    if (grant?.purpose === "recipients")
      return orderDocument({ tabId: frame.tabId, documentId: grant.openerDocumentId }, { kind: "close-field" })
    if (frame.page === "compose") return orderPage(frame.tabId, { kind: "close-panel" })
  },
  // Within the click: nothing is awaited before it. It opens empty-handed; what it shows was handed over by the frame.
  "to-side-panel": async frame => {
    await openBeside(frame.windowId)
    if (frame.page === "compose") await orderPage(frame.tabId, { kind: "close-panel" })
  },
  "put-address": async (frame, { name, address }) => {
    const grant = await findGrant(frame)
    if (grant?.purpose !== "recipients") return
    await orderDocument(
      { tabId: frame.tabId, documentId: grant.openerDocumentId },
      { kind: "put-address", name, address },
    )
  },
  "cases-found": async (frame, { cases }) => {
    const grant = await findGrant(frame)
    if (grant?.purpose === "panel") await orderPage(frame.tabId, { kind: "found", cases })
  },
}

const fromHostPages: Answers<HostCall, HostPage> = {
  "launcher-ready": page => launcherState(page.url),
  "launcher-pressed": async page => {
    if (await toolAt(page.url)) await openPanel(page.tabId, { toggles: true, pageId: page.documentId })
  },
  "launcher-hidden": async page => {
    await hideLauncherAt(page.url)
    await orderPage(page.tabId, { kind: "launcher-away" })
  },
  "launcher-moved": (page, { top }) => moveLauncher(page.url, top),
  "panel-again": page => reopenPanel(page),
  "panel-gone": async page => {
    await closePanel(page)
    // Nobody follows the page any more: what was found there may be wrong the next moment.
    await orderPage(page.tabId, { kind: "found", cases: 0 })
  },
  "panel-instead": page => openBeside(page.windowId),
  "field-pressed": page => openField(page),
}

/** Answers runtime calls. Each kind is allowed to one sort of sender; whatever else comes, or comes in another shape, is not even answered. */
export function answerCalls(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const from = readSender(sender)
    const call = readCall(message)
    const answer = from && call && answerOf(from, call)
    if (!answer) return false
    void Promise.resolve(answer()).then(respond, () => respond(undefined))
    return true
  })
}

function answerOf(from: Sender, call: Call): (() => unknown) | undefined {
  const { kind } = call
  if (from.from === "own-page") return kind in fromOwnPages ? () => run(fromOwnPages, from, call) : undefined
  if (from.from === "own-frame") return kind in fromOwnFrames ? () => run(fromOwnFrames, from, call) : undefined
  if (!(kind in fromHostPages)) return undefined
  // Only the mark in a field stands in frames of the tool too; everything else belongs to the page itself.
  const isOfFrames = kind === "field-pressed" || (kind === "launcher-ready" && from.isAhead)
  if (from.frameId !== 0 && !isOfFrames) return undefined
  return () => run(fromHostPages, from, call)
}

function run<From>(answers: Record<string, (from: From, call: never) => unknown>, from: From, call: Call): unknown {
  return answers[call.kind]?.(from, call as never)
}
