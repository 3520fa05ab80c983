import type { TimelineEntry } from "@casepost/shared/timeline"
import type { RefObject } from "react"
import { useShortcuts } from "../ui/keyboard/use-shortcuts"
import { isHeld } from "./delivery/attempt-state"
import type { TimelineDeeds } from "./list-timeline"

/** J and K walk the entries, Enter opens one, `.` its menu, R replies, U marks unread, Z takes the last message back. */
export function useTimelineKeys(
  list: RefObject<HTMLElement | null>,
  entries: readonly TimelineEntry[],
  deeds: TimelineDeeds,
): void {
  const articles = () => Array.from(list.current?.querySelectorAll<HTMLElement>("article") ?? [])
  const current = () => articles().findIndex(article => article.contains(document.activeElement))
  function move(by: number) {
    const all = articles()
    const at = current()
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
    next?.focus()
    next?.scrollIntoView({ block: "nearest" })
  }
  function press(selector: string): boolean {
    const button = articles()[current()]?.querySelector<HTMLElement>(selector)
    button?.click()
    return button !== undefined && button !== null
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    enter: event =>
      event.target instanceof HTMLElement && event.target.localName === "article" ? press("[data-open]") : false,
    ".": () => press("[data-menu]"),
    r: () => {
      if (!deeds.onReply) return false
      deeds.onReply()
    },
    u: () => {
      const entry = entries[current()]
      if (!entry || entry.type === "note") return false
      deeds.onMark(entry.id, entry.unread)
    },
    z: () => {
      const held = entries.find(entry => entry.type === "message" && entry.attempts.some(isHeld))
      if (!held) return false
      deeds.onUndo(held.id)
    },
  })
}
