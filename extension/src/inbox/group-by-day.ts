import type { Conversation, InboxSort } from "@casepost/shared/inbox"
import { dayName } from "../ui/text/moments"
import { words } from "./words"

export type DayGroup = { name: string; conversations: Conversation[] }

/** The rows under their day; where unread or read ones come first, under those words and then their day. */
export function groupByDay(conversations: readonly Conversation[], sort: InboxSort, now = new Date()): DayGroup[] {
  const groups: DayGroup[] = []
  for (const conversation of conversations) {
    const name = nameOf(conversation, sort, now)
    const last = groups.at(-1)
    if (last?.name === name) last.conversations.push(conversation)
    else groups.push({ name, conversations: [conversation] })
  }
  return groups
}

function nameOf({ at, unread }: Conversation, sort: InboxSort, now: Date): string {
  const day = dayName(at, now)
  if (sort === "newest" || sort === "oldest") return day
  return `${unread > 0 ? words.unread : words.read} · ${day}`
}
