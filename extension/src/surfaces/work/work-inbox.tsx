import type { CaseRef } from "@casepost/shared/cases"
import { MessagesSquare } from "lucide-react"
import { useRef, useState } from "react"
import { useSession } from "../../access/session"
import { useUnread } from "../../inbox/count-unread"
import { Inbox } from "../../inbox/inbox"
import { replySubject } from "../../messages/compose/reply-subject"
import { EmptyState } from "../../ui/feedback/empty-state"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { goTo } from "../../ui/place/place"
import type { OpenCase } from "../open-case"
import { words } from "../words"
import { CaseBeside } from "./case-beside"
import styles from "./work.module.css"
import { type WorkPlace, writeWorkPlace } from "./work-place"

/** The inbox with the chosen conversation beside it. */
export function WorkInbox({ place }: { place: WorkPlace }) {
  const unread = useUnread(useSession().membership.organisation.id)
  const [hasKeys, setKeys] = useState(false)
  const [answer, setAnswer] = useState<Partial<OpenCase> | undefined>()
  const beside = useRef<HTMLElement>(null)
  useShortcuts({ "?": () => setKeys(true) })
  function show(open: CaseRef | undefined, start?: Partial<OpenCase>) {
    setAnswer(start)
    goTo(writeWorkPlace({ ...place, open }))
  }
  return (
    <div className={styles.both}>
      <div className={styles.inbox} data-beside={place.open !== undefined}>
        <Inbox
          unread={unread}
          onOpen={show}
          onReply={(open, subject) => show(open, { isWriting: true, subject: replySubject(subject) })}
          onKeys={() => setKeys(true)}
        />
      </div>
      {place.open ? (
        <CaseBeside
          key={`${place.open.id} ${answer?.subject ?? ""}`}
          caseRef={place.open}
          start={answer}
          onClose={() => show(undefined)}
          onCase={open => show(open)}
          place={beside}
        />
      ) : (
        <div className={styles.nothing}>
          <EmptyState icon={MessagesSquare} title={words.work.chooseConversation}>
            {words.work.chooseConversationMore}
          </EmptyState>
        </div>
      )}
      <ShortcutList isOpen={hasKeys} onOpenChange={setKeys} />
    </div>
  )
}
