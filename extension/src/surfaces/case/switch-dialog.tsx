import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"
import styles from "./case-view.module.css"
import type { Switching } from "./use-switch"

/** Asks what happens to the text when a note is turned into a message, or the other way round. */
export function SwitchDialog({ switching }: { switching: Switching }) {
  const [isTaking, setTaking] = useState(false)
  const isToMessage = switching.asked === "message"
  const said = words.switching
  return (
    <Dialog
      role="alertdialog"
      title={isToMessage ? said.toMessage : said.toNote}
      isOpen
      onOpenChange={switching.cancel}
      onSubmit={switching.start}
      foot={
        <>
          <Button onPress={switching.cancel}>{said.cancel}</Button>
          <Button
            isBusy={isTaking}
            onPress={() => {
              setTaking(true)
              void switching.takeOver().finally(() => setTaking(false))
            }}
          >
            {said.takeOver}
          </Button>
          <Button kind="primary" type="submit" autoFocus>
            {isToMessage ? said.startMessage : said.startNote}
          </Button>
        </>
      }
    >
      <div className={styles.asked}>
        {switching.error && <ProblemNotice problem={switching.error} />}
        <p>{isToMessage ? said.noteKept : said.messageKept}</p>
        {isToMessage ? (
          <Notice tone="warning">
            <strong>{said.customerReads}</strong> {said.customerReadsMore}
          </Notice>
        ) : (
          <p>{said.onlyText}</p>
        )}
      </div>
    </Dialog>
  )
}
