import type { Conversation } from "@casepost/shared/inbox"
import type { RefObject } from "react"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import type { ConversationDeeds } from "./conversation-list"

/** J and K walk the conversations, Enter opens one, R replies, U marks it read or unread. */
export function useInboxKeys(
  list: RefObject<HTMLElement | null>,
  conversations: readonly Conversation[],
  deeds: ConversationDeeds,
): void {
  const rows = () => Array.from(list.current?.querySelectorAll<HTMLElement>("[data-case]") ?? [])
  const current = () => rows().findIndex(row => row.contains(document.activeElement))
  const chosen = () => conversations[current()]
  function move(by: number) {
    const all = rows()
    const at = current()
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
    next?.querySelector("button")?.focus()
    next?.scrollIntoView({ block: "nearest" })
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    r: () => {
      const one = chosen()
      if (!one) return false
      deeds.onReply(one.caseRef, one.subject)
    },
    u: () => {
      const one = chosen()
      if (!one) return false
      deeds.onMark(one.caseRef, one.unread > 0)
    },
  })
}
