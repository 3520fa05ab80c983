import { onSessionChange } from "../api/token"
import { askBackend } from "./ask-backend"
import { tellLaunchers } from "./orders"
import { repeat } from "./repeat"

const storageKey = "unread"
const accent = "#2B4BD0"

/** Keeps the number of unread conversations on the toolbar icon and the launchers: one request a minute for all tabs, none while signed out. */
export function followUnread(): void {
  repeat("unread", { minutes: 1, deed: () => void showUnread() })
  onSessionChange(() => void showUnread())
  void chrome.action.setBadgeBackgroundColor({ color: accent })
}

/** Asks again: a page of ours has just marked something read. */
export async function showUnread(): Promise<void> {
  const unread = await countUnread()
  if (unread === undefined) return
  await chrome.action.setBadgeText({ text: unread === 0 ? "" : unread > 99 ? "99+" : String(unread) })
  if (unread === (await readUnread())) return
  await chrome.storage.session.set({ [storageKey]: unread })
  await tellLaunchers({ kind: "unread", unread })
}

/** As it was last known. */
export async function readUnread(): Promise<number> {
  const kept = (await chrome.storage.session.get(storageKey))[storageKey]
  return typeof kept === "number" ? kept : 0
}

/** How many; 0 while signed out; undefined when it cannot be known now, so that the last number stays. */
async function countUnread(): Promise<number | undefined> {
  const answer = await askBackend("/api/v1/inbox/unread")
  if (!answer) return undefined
  if (!answer.isSignedIn) return 0
  const { unread } = answer.body as { unread?: unknown }
  return typeof unread === "number" ? unread : undefined
}
