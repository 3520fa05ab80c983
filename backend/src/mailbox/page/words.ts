/** What the page calls things. */

import type { lastEvent, Mail } from "../mail.ts"
import type { IconName } from "./icons.ts"

type State = ReturnType<typeof lastEvent>

/** How the last event is shown beside a mail: words, a drawing and a tone, never colour alone. */
export const states: Record<State, { label: string; icon: IconName; tone: string }> = {
  queued: { label: "Queued", icon: "clock", tone: "quiet" },
  scheduled: { label: "Scheduled", icon: "clock", tone: "quiet" },
  sent: { label: "Sent", icon: "send", tone: "quiet" },
  delivered: { label: "Delivered", icon: "check", tone: "success" },
  opened: { label: "Opened", icon: "checks", tone: "success" },
  clicked: { label: "Clicked", icon: "checks", tone: "success" },
  delivery_delayed: { label: "Delayed", icon: "clock", tone: "warning" },
  bounced: { label: "Bounced", icon: "alert", tone: "danger" },
  failed: { label: "Failed", icon: "alert", tone: "danger" },
  suppressed: { label: "Suppressed", icon: "ban", tone: "danger" },
  complained: { label: "Marked as spam", icon: "flag", tone: "danger" },
  canceled: { label: "Cancelled", icon: "ban", tone: "quiet" },
}

const kinds: Record<string, { label: string; tone: string }> = {
  customer: { label: "Customer", tone: "plain" },
  cc: { label: "CC copy", tone: "plain" },
  bcc: { label: "BCC copy", tone: "plain" },
  note: { label: "Note", tone: "note" },
  reminder: { label: "Reminder", tone: "note" },
  notice: { label: "Notice", tone: "plain" },
  system: { label: "System", tone: "plain" },
}

/** What a mail is to its recipient, from the tags its sender gave it, and how many files it carries. */
export function chips(mail: Mail): { label: string; tone: string }[] {
  const tags = new Map(mail.tags.map(({ name, value }) => [name, value]))
  const kind = kinds[tags.get("kind") ?? ""]
  const files = mail.attachments.length
  return [
    ...(kind ? [kind] : []),
    ...(tags.get("bulk") === "yes" ? [{ label: "Bulk", tone: "plain" }] : []),
    ...(files > 0 ? [{ label: files === 1 ? "1 file" : `${files} files`, tone: "plain" }] : []),
  ]
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" })
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" })
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
})

/** "14:36" today, "12 Nov" before; in this computer's time zone. */
export function shortTime(iso: string, now: Date): string {
  const time = new Date(iso)
  return time.toDateString() === now.toDateString() ? clock.format(time) : dayOfYear.format(time)
}

/** "23 Nov 2026, 14:36:12". */
export function fullTime(iso: string): string {
  return moment.format(new Date(iso))
}
