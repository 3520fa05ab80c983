import type { NoteEntry } from "@casepost/shared/notes"
import type { TimelineEntry } from "@casepost/shared/timeline"
import { BellRing, Check, CornerUpRight, Ellipsis, Link, Mail, MailOpen, Send, Undo2 } from "lucide-react"
import { MenuTrigger } from "react-aria-components"
import { readServerAddress } from "../../api/server-address"
import { IconButton } from "../../ui/buttons/icon-button"
import { showToast } from "../../ui/feedback/toasts"
import { Menu, MenuItem } from "../../ui/overlays/menu"
import type { TimelineDeeds } from "../list-timeline"
import { words } from "../words"

type EntryMenuProps = {
  entry: TimelineEntry
  /** What it is the menu of. */
  name: string
  deeds: TimelineDeeds
  onResend?: (() => void) | undefined
}

/** The three dots of an entry. */
export function EntryMenu({ entry, name, deeds, onResend }: EntryMenuProps) {
  function choose(deed: React.Key) {
    if (deed === "resend") onResend?.()
    if (deed === "mark" && entry.type !== "note") deeds.onMark(entry.id, entry.unread)
    if (deed === "link") void copyLink(entry)
    if (entry.type !== "note") return
    if (deed === "forward") deeds.onForward?.(entry)
    if (deed === "remind") deeds.onRemind?.(entry)
    if (deed === "done") deeds.onDone?.(entry.id, entry.doneAt === null)
  }
  return (
    <MenuTrigger>
      <IconButton icon={Ellipsis} size="xs" label={words.menu(name)} data-menu />
      <Menu onAction={choose} aria-label={words.menu(name)}>
        {onResend && (
          <MenuItem id="resend" icon={Send}>
            {words.resend}
          </MenuItem>
        )}
        {entry.type !== "note" && (
          <MenuItem id="mark" icon={entry.unread ? MailOpen : Mail}>
            {entry.unread ? words.markRead : words.markUnread}
          </MenuItem>
        )}
        {entry.type === "note" && deeds.onForward && (
          <MenuItem id="forward" icon={CornerUpRight}>
            {words.forward}
          </MenuItem>
        )}
        {entry.type === "note" && deeds.onRemind && (
          <MenuItem id="remind" icon={BellRing}>
            {isWaiting(entry) ? words.changeReminder : words.setReminder}
          </MenuItem>
        )}
        {entry.type === "note" && deeds.onDone && (
          <MenuItem id="done" icon={entry.doneAt ? Undo2 : Check}>
            {entry.doneAt ? words.markNotDone : words.markDone}
          </MenuItem>
        )}
        <MenuItem id="link" icon={Link}>
          {words.copyLink}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

/** A reminder that has not gone out yet. */
function isWaiting({ reminder }: NoteEntry): boolean {
  return reminder !== null && !reminder.isPast
}

/** A link that shows nothing itself: it offers to open the case in Casepost. */
async function copyLink(entry: TimelineEntry) {
  const { kind, id } = entry.caseRef
  await navigator.clipboard.writeText(`${await readServerAddress()}/open/${kind}/${id}`)
  showToast({ kind: "success", words: words.linkCopied })
}
