import type { Notification, NotificationKind } from "@casepost/shared/notifications"
import { AtSign, BellOff, CalendarX2, type LucideIcon, MailX, Reply, StickyNote } from "lucide-react"
import { GridListItem } from "react-aria-components"
import { CaseIcon } from "../cases/marks/case-icon"
import { caseName } from "../cases/marks/case-name"
import { classNames } from "../ui/class-names"
import { momentInWords } from "../ui/text/moments"
import unseen from "../ui/text/unseen.module.css"
import styles from "./notifications.module.css"
import { detailOf, sentenceOf, words } from "./words"

const icons: Record<NotificationKind, { icon: LucideIcon; tone: "note" | "accent" | "danger" | "warning" }> = {
  mention: { icon: AtSign, tone: "note" },
  reply: { icon: Reply, tone: "accent" },
  "delivery-failed": { icon: MailX, tone: "danger" },
  "note-not-delivered": { icon: StickyNote, tone: "danger" },
  "message-cancelled": { icon: CalendarX2, tone: "warning" },
  "reminder-left-out": { icon: BellOff, tone: "warning" },
}

/** One notification: what happened, about which case, when; Enter opens the case. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { id, kind, at, readAt, caseRef, caseNumber, customerName } = notification
  const { icon: Icon, tone } = icons[kind]
  const sentence = sentenceOf(notification)
  const name = caseRef && caseNumber ? caseName(caseRef.kind, caseNumber) : ""
  const detail = detailOf(notification)
  return (
    <GridListItem
      id={id}
      textValue={readAt ? sentence : `${words.unread} ${sentence}`}
      className={classNames(styles.row, !readAt && styles.unread)}
    >
      {!readAt && <span className={styles.dot} aria-hidden="true" />}
      <span className={classNames(styles.icon, styles[tone])}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.sentence}>
          {!readAt && <span className={unseen.spoken}>{words.unread} </span>}
          <WithWhole text={sentence} whole={name} />
        </span>
        {detail && <span className={styles.detail}>{detail}</span>}
        <span className={styles.about}>
          {caseRef && (
            <>
              <CaseIcon kind={caseRef.kind} size={14} />
              <span className={styles.case}>
                {name} · {customerName}
              </span>
            </>
          )}
          <time className={styles.time} dateTime={at}>
            {momentInWords(at)}
          </time>
        </span>
      </span>
    </GridListItem>
  )
}

/** A text in which a number such as VF-2026-04183 does not break at its hyphens. */
function WithWhole({ text, whole }: { text: string; whole: string }) {
  const place = whole ? text.lastIndexOf(whole) : -1
  if (place < 0) return text
  return (
    <>
      {text.slice(0, place)}
      <span className={styles.whole}>{whole}</span>
      {text.slice(place + whole.length)}
    </>
  )
}
