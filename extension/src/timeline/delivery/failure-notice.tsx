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
  return (
    <div className={styles.failure}>
      <p className={styles.cause}>
        <strong>{recipient.address ?? recipient.name}</strong>
        <br />
        {recipient.reason ?? deliveryLooks[recipient.state].words}
      </p>
      {onChoose && <Button onPress={onChoose}>{words.chooseAnother}</Button>}
    </div>
  )
}
