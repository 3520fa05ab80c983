import type { CaseRef } from "@casepost/shared/cases"
import { useEffect, useRef, useState } from "react"
import { useSession } from "../access/session"
import { SearchField } from "../ui/fields/search-field"
import { useShortcuts } from "../ui/keyboard/use-shortcuts"
import { Kbd } from "../ui/marks/kbd"
import unseen from "../ui/text/unseen.module.css"
import { InboxFilters } from "./filters/inbox-filters"
import { InboxSortMenu } from "./filters/inbox-sort-menu"
import { groupByDay } from "./group-by-day"
import styles from "./inbox.module.css"
import { ConversationList } from "./list/conversation-list"
import { InboxKeys } from "./list/inbox-keys"
import { InboxRest } from "./list/inbox-rest"
import { useInboxKeys } from "./list/use-inbox-keys"
import type { InboxFilter } from "./list-inbox"
import { useInbox } from "./list-inbox"
import { useMarkConversation } from "./mark-conversation"
import { words } from "./words"

type InboxProps = {
  unread: number
  onOpen: (caseRef: CaseRef) => void
  onReply: (caseRef: CaseRef, subject: string) => void
  onKeys: () => void
}

/** All conversations of the organisation: search, filters, four sorts, read and unread. */
export function Inbox({ unread, onOpen, onReply, onKeys }: InboxProps) {
  const { membership } = useSession()
  const { organisation } = membership
  const [typed, setTyped] = useState("")
  const [chosen, setChosen] = useState<Omit<InboxFilter, "search">>({ sort: "newest" })
  const filter = { ...chosen, search: useSettled(typed.trim()) }
  const inbox = useInbox(organisation.id, filter)
  const mark = useMarkConversation()
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)

  function open(caseRef: CaseRef) {
    const opened = inbox.conversations.find(one => one.caseRef.id === caseRef.id)
    if (organisation.markReadOnOpen && opened && opened.unread > 0) mark.mutate({ caseRef, read: true })
    onOpen(caseRef)
  }
  const deeds = {
    onOpen: open,
    onReply,
    onMark: (caseRef: CaseRef, read: boolean) => mark.mutate({ caseRef, read }),
  }
  useInboxKeys(list, inbox.conversations, deeds)
  useShortcuts({ "/": () => search.current?.focus() })
  const groups = groupByDay(inbox.conversations, filter.sort)
  return (
    <div className={styles.inbox}>
      <h1 className={unseen.spoken}>{words.inbox}</h1>
      <div className={styles.tools}>
        <SearchField label={words.search} value={typed} onChange={setTyped} hint={<Kbd>/</Kbd>} inputRef={search} />
        <InboxFilters
          filter={filter}
          unread={unread}
          administrations={membership.administrations}
          onChange={part => setChosen({ ...chosen, ...part })}
        />
      </div>
      <div className={styles.bar}>
        {groups[0] ? <h2>{groups[0].name}</h2> : <span />}
        <InboxSortMenu sort={filter.sort} onChange={sort => setChosen({ ...chosen, sort })} />
      </div>
      <div ref={list} className={styles.scroll}>
        <ConversationList groups={groups} deeds={deeds} />
        <InboxRest
          inbox={inbox}
          filter={filter}
          onClear={() => {
            setTyped("")
            setChosen({ sort: chosen.sort })
          }}
        />
      </div>
      <InboxKeys onAll={onKeys} />
    </div>
  )
}

/** The text once nothing was typed for a moment. */
function useSettled(text: string, milliseconds = 200): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return settled
}
