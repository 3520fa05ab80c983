import type { Conversation } from "@casepost/shared/inbox"
import { Mail, MailOpen, Paperclip } from "lucide-react"
import { CaseIcon } from "../../cases/marks/case-icon"
import { caseName } from "../../cases/marks/case-name"
import { IconButton } from "../../ui/buttons/icon-button"
import { classNames } from "../../ui/class-names"
import { Avatar } from "../../ui/marks/avatar"
import { Chip } from "../../ui/marks/chip"
import { DeliveryChip } from "../../ui/marks/delivery-chip"
import { clockTime } from "../../ui/text/moments"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import type { ConversationDeeds } from "./conversation-list"
import styles from "./list.module.css"

type ConversationRowProps = { conversation: Conversation; deeds: ConversationDeeds }

/** One conversation: customer, case, the last words, and whether something is unread. */
export function ConversationRow({ conversation, deeds }: ConversationRowProps) {
  const { caseRef, customerName, caseNumber, subject, last, unread, at } = conversation
  const isUnread = unread > 0
  const canMark = isUnread || last.direction === "incoming"
  return (
    <li className={classNames(styles.row, isUnread && styles.unread)} data-case={caseRef.id}>
      {isUnread && <span className={styles.dot} aria-hidden="true" />}
      <button type="button" className={styles.open} onClick={() => deeds.onOpen(caseRef)}>
        <Avatar size={32} name={customerName} />
        <span className={styles.words}>
          <span className={styles.first}>
            <span className={styles.customer}>{customerName}</span>
            {isUnread && <span className={unseen.spoken}>, {words.unreadCount(unread)}</span>}
            <time className={styles.time} dateTime={at}>
              {clockTime(at)}
            </time>
          </span>
          <span className={styles.about}>
            <CaseIcon kind={caseRef.kind} size={14} />
            <span className={styles.number}>{caseName(caseRef.kind, caseNumber)}</span>
            <span className={styles.subject}>{subject}</span>
          </span>
          <span className={styles.last}>
            <span className={styles.preview}>
              {last.mine && <b>{words.you} </b>}
              {last.preview}
            </span>
            <Mark last={last} />
          </span>
        </span>
      </button>
      {canMark && (
        <span className={styles.envelope}>
          <IconButton
            icon={isUnread ? MailOpen : Mail}
            size="sm"
            label={isUnread ? words.markRead : words.markUnread}
            onPress={() => deeds.onMark(caseRef, isUnread)}
          />
        </span>
      )}
    </li>
  )
}

/** What became of our last message; of a reply, how many files it brought. */
function Mark({ last }: Pick<Conversation, "last">) {
  if (last.direction === "outgoing" && last.state) return <DeliveryChip state={last.state} shape="square" />
  if (last.attachments === 0) return null
  return (
    <Chip tone="outline" shape="square" icon={Paperclip}>
      {last.attachments}
      <span className={unseen.spoken}>{words.files(last.attachments)}</span>
    </Chip>
  )
}
