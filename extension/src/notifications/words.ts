import type { Notification } from "@casepost/shared/notifications"
import { caseName } from "../cases/marks/case-name"

/** What the bell and its list say. */
export const words = {
  notifications: "Notifications",
  bell: (unread: number) => (unread === 0 ? "Notifications" : `Notifications, ${unread > 99 ? "99+" : unread} unread`),
  unread: "Unread:",
  markAll: "Mark all as read",
  allRead: "Everything is read.",
  more: "Load more",
  loading: "Loading notifications",
  empty: "Nothing yet",
  emptyMore: "Mentions, answers to your messages and what could not be delivered appear here.",
  notLoaded: "The notifications could not be loaded",
} as const

/** What happened, as a sentence. */
export function sentenceOf(notification: Notification): string {
  const { by, subject, address, reason, customerName } = notification
  const about = nameOf(notification)
  const who = customerName ?? "The customer"
  const to = address ? ` to ${address}` : ""
  switch (notification.kind) {
    case "mention":
      return `${by ?? "A colleague"} mentioned you in a note about ${about}`
    case "reply":
      return `${who} answered your message about ${about}`
    case "delivery-failed":
      return `Not delivered: ${subject ?? "your message"}${to}`
    case "note-not-delivered":
      return `Not delivered: your note about ${about}${to}`
    case "message-cancelled":
      return reason === "do-not-message"
        ? `Not sent: ${subject ?? "your message"}. ${who} is not to be messaged`
        : `Not sent: ${subject ?? "your message"}. ${who} answered first`
    case "reminder-left-out":
      return `Reminder about ${about} not sent${to}`
  }
}

/** What is added under it: the words themselves, the reason, or where the text went. */
export function detailOf({ kind, excerpt, subject, reason, draftId }: Notification): string | null {
  if (kind === "mention") return excerpt
  if (kind === "reply") return subject
  if (kind === "message-cancelled") return draftId ? "The text is kept as your draft." : null
  return reason
}

function nameOf({ caseRef, caseNumber }: Notification): string {
  return caseRef && caseNumber ? caseName(caseRef.kind, caseNumber) : "a case"
}
