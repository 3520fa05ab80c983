import { type Recipient, recipientRoles } from "@casepost/shared/delivery"
import { BookUser, UserRound } from "lucide-react"
import { DeliveryChip } from "../../ui/marks/delivery-chip"
import { momentBeside } from "../../ui/text/moments"
import { words } from "../words"
import { isFailed } from "./attempt-state"
import styles from "./delivery.module.css"

type DeliveryRowsProps = {
  recipients: readonly Recipient[]
  /** When it left: a time of the same day needs no date. */
  leftAt: string
  /** Leaves the states out, where the four-step line says them. */
  isBare?: boolean
}

/** A row per address, each with its own state. */
export function DeliveryRows({ recipients, leftAt, isBare = false }: DeliveryRowsProps) {
  const ordered = recipientRoles.flatMap(role => recipients.filter(recipient => recipient.role === role))
  return (
    <ul className={styles.rows}>
      {ordered.map(recipient => (
        <li key={recipient.id} className={styles.row}>
          <span className={styles.role}>{words.roles[recipient.role]}</span>
          <Who recipient={recipient} />
          {!isBare && <State recipient={recipient} leftAt={leftAt} />}
        </li>
      ))}
    </ul>
  )
}

function Who({ recipient }: { recipient: Recipient }) {
  const isPerson = recipient.kind === "relation" || recipient.kind === "colleague"
  const Icon = recipient.kind === "relation" ? BookUser : UserRound
  const shown =
    (isPerson ? recipient.name : undefined) ?? recipient.address ?? recipient.name ?? words.portalOnlyAddress
  return (
    <span className={styles.who} title={recipient.address ?? undefined}>
      {isPerson && <Icon size={14} strokeWidth={1.75} aria-hidden="true" />}
      <span className={styles.name}>{shown}</span>
    </span>
  )
}

function State({ recipient, leftAt }: { recipient: Recipient; leftAt: string }) {
  const { state, openedAt, complainedAt, at, reason } = recipient
  const shown = state === "portal-only" && openedAt ? "opened" : state
  const isTimed = !isFailed(recipient) && shown !== "portal-only" && shown !== "left-out" && shown !== "cancelled"
  return (
    <span className={styles.state}>
      <DeliveryChip state={shown} look="plain" {...(state === "left-out" && reason ? { words: reason } : {})} />
      {isTimed && <span className={styles.time}>{momentBeside(openedAt ?? at, leftAt)}</span>}
      {complainedAt && shown === "opened" && <DeliveryChip state="complained" look="plain" words={words.alsoSpam} />}
    </span>
  )
}
