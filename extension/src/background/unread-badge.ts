import { organisationHeader } from "@casepost/shared/request-headers"
import { defaultServerAddress } from "../api/server-address"
import { isFromOwnPage } from "./calls"

const alarmName = "unread"
const accent = "#2B4BD0"

type Kept = { token?: unknown; organisationId?: unknown }

/** Keeps the number of unread conversations on the toolbar icon: one request a minute for all tabs, none while signed out. */
export function followUnread(): void {
  chrome.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === alarmName) void showUnread()
  })
  chrome.storage.onChanged.addListener((changes, area) => {
    if ((area === "local" || area === "session") && changes.session) void showUnread()
  })
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    // A page of ours has just marked something read.
    if (isFromOwnPage(sender) && (message as { kind?: unknown } | null)?.kind === "unread-changed") void showUnread()
  })
  void chrome.alarms.create(alarmName, { periodInMinutes: 1 })
  void chrome.action.setBadgeBackgroundColor({ color: accent })
  void showUnread()
}

async function showUnread(): Promise<void> {
  const unread = await countUnread().catch(() => undefined)
  if (unread === undefined) return
  await chrome.action.setBadgeText({ text: unread === 0 ? "" : unread > 99 ? "99+" : String(unread) })
}

/** How many; 0 while signed out; undefined when it cannot be known now, so that the last number stays. */
async function countUnread(): Promise<number | undefined> {
  const [local, session] = await Promise.all([
    chrome.storage.local.get(["session", "serverAddress"]),
    chrome.storage.session.get("session"),
  ])
  const kept = (session.session ?? local.session ?? {}) as Kept
  if (typeof kept.token !== "string") return 0
  const address = typeof local.serverAddress === "string" ? local.serverAddress : defaultServerAddress
  const answer = await fetch(`${address}/api/v1/inbox/unread`, {
    headers: {
      authorization: `Bearer ${kept.token}`,
      ...(typeof kept.organisationId === "string" ? { [organisationHeader]: kept.organisationId } : {}),
    },
    credentials: "omit",
    cache: "no-store",
  })
  if (answer.status === 401) return 0
  if (!answer.ok) return undefined
  const body = (await answer.json()) as { unread?: unknown }
  return typeof body.unread === "number" ? body.unread : undefined
}
