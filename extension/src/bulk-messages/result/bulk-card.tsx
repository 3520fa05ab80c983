import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { classNames } from "../../ui/class-names"
import { DiscardDialog } from "../draft/discard-dialog"
import { progressOf } from "../running/progress"
import { ProgressBar } from "../running/progress-bar"
import { words } from "../words"
import { BulkBadge } from "./bulk-badge"
import styles from "./bulk-cards.module.css"
import { figuresOf, nameOf, whenInWords } from "./figures"

/** One of the list: what it is, how far it is, and its figures. A draft of one's own is opened, or thrown away. */
export function BulkCard({ message, isChosen }: { message: BulkMessage; isChosen: boolean }) {
  const [isDiscarding, setDiscarding] = useState(false)
  const isDraft = message.state === "writing"
  const { went, failed, of } = progressOf(message)
  return (
    <li className={classNames(styles.card, isChosen && styles.chosen)}>
      <a
        className={styles.link}
        href={isDraft ? `#/bulk/${message.id}` : `#/bulk?show=${message.id}`}
        aria-current={isChosen || undefined}
      >
        <span className={styles.line}>
          <span className={styles.name}>{nameOf(message)}</span>
          <BulkBadge message={message} />
        </span>
        <span className={styles.quiet}>
          {whenInWords(message)} · {isDraft ? words.chosen(message.kind, message.total) : message.byName}
        </span>
        {!isDraft && (
          <>
            <ProgressBar
              went={message.state === "scheduled" || message.state === "held" ? 0 : went}
              failed={failed}
              of={of}
              label={nameOf(message)}
            />
            <CardFigures message={message} />
          </>
        )}
      </a>
      {isDraft && (
        <span className={styles.deed}>
          <IconButton
            icon={Trash2}
            size="sm"
            label={words.result.discard(nameOf(message))}
            onPress={() => setDiscarding(true)}
          />
        </span>
      )}
      {isDiscarding && <DiscardDialog message={message} onClose={() => setDiscarding(false)} />}
    </li>
  )
}

function CardFigures({ message }: { message: BulkMessage }) {
  const { messages, opened, notDelivered, leftOut } = figuresOf(message)
  const { figures } = words.result
  const shown = [
    { count: messages, name: messages === 1 ? figures.message : figures.messages, look: "", isOn: true },
    { count: opened, name: figures.opened, look: styles.good, isOn: opened > 0 },
    { count: notDelivered, name: figures.notDelivered, look: styles.bad, isOn: notDelivered > 0 },
    { count: leftOut, name: figures.leftOut, look: "", isOn: leftOut > 0 },
  ]
  return (
    <span className={styles.figures}>
      {shown
        .filter(one => one.isOn)
        .map(one => (
          <span key={one.name} className={one.look}>
            <strong>{words.number(one.count)}</strong> {one.name}
          </span>
        ))}
    </span>
  )
}
