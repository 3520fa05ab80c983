import type { Recipient } from "@casepost/shared/delivery"
import { Button } from "../../ui/buttons/button"
import { deliveryLooks } from "../../ui/marks/delivery-chip"
import { words } from "../words"
import styles from "./delivery.module.css"

type FailureNoticeProps = {
  recipient: Recipient
  /** Left out: one may not send here. */
  onChoose?: (() => void) | undefined
}

/** Why an address got nothing, and the one next step. */
export function FailureNotice({ recipient, onChoose }: FailureNoticeProps) {
  const who = recipient.address ?? recipient.name ?? ""
  const why = recipient.reason ?? deliveryLooks[recipient.state].words
  // Some reasons begin with the address itself, others name it further on.
  const rest = why.startsWith(`${who} `) ? why.slice(who.length) : why
  const isNamed = rest.includes(who)
  return (
    <div className={styles.failure}>
      <p className={styles.cause}>
        {!isNamed && <strong>{who}</strong>} {rest}
      </p>
      {onChoose && <Button onPress={onChoose}>{words.chooseAnother}</Button>}
    </div>
  )
}
