import type { NoteRecipient } from "@casepost/shared/notes"
import type { LucideIcon } from "lucide-react"
import { Fragment } from "react"
import { DeliveryChip } from "../../ui/marks/delivery-chip"
import { words } from "../words"
import styles from "./cards.module.css"
import { isWrong } from "./note-people"

type NoteMailingProps = {
  icon: LucideIcon
  does: string
  to: readonly NoteRecipient[]
  /** When, and by whom. */
  after?: string
}

/** "Mailed to …", "Forwarded to …"; whoever did not get it stands under it with the reason. */
export function NoteMailing({ icon: Icon, does, to, after }: NoteMailingProps) {
  return (
    <>
      <p className={styles.line}>
        <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.to}>
          {does} <Names people={to} />
          {after}
        </span>
      </p>
      <NotDelivered people={to} />
    </>
  )
}

type NamesProps = {
  people: readonly NoteRecipient[]
  /** Oneself: "you". */
  myAddress?: string | undefined
}

/** Names with commas between them; who was left out is struck through. */
export function Names({ people, myAddress }: NamesProps) {
  return people.map((person, place) => (
    <Fragment key={person.id}>
      {place > 0 && (place === people.length - 1 ? words.and : ", ")}
      <strong className={person.state === "left-out" ? styles.struck : undefined}>
        {person.address === myAddress ? words.you : (person.name ?? person.address)}
      </strong>
    </Fragment>
  ))
}

/** Who did not get it, and why. */
export function NotDelivered({ people }: { people: readonly NoteRecipient[] }) {
  const wrong = people.filter(isWrong)
  if (wrong.length === 0) return null
  return (
    <ul className={styles.wrongs}>
      {wrong.map(person => (
        <li key={person.id} className={styles.wrong}>
          <DeliveryChip state={person.state} look="plain" />
          <span>
            {person.name ?? person.address}
            {person.reason && `: ${person.reason}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
