import { NotebookText } from "lucide-react"
import { useEffect, useRef } from "react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import styles from "../compose/compose.module.css"
import { words } from "../words"
import type { Manner } from "./put-in"
import type { StandardMessage } from "./use-standard-message"

type StandardMessageAskedProps = { standard: StandardMessage; subject: string; onDone: () => void }

/** Something was typed where the standard message would go: asked in place, Esc leaves everything as it is. */
export function StandardMessageAsked({ standard, subject, onDone }: StandardMessageAskedProps) {
  const { question } = standard
  const asked = useRef<HTMLDivElement>(null)
  // The answer that loses nothing is the one at hand.
  useEffect(() => asked.current?.querySelector<HTMLElement>("button:nth-of-type(2)")?.focus(), [])
  if (!question) return null
  const said = words.standard
  function answer(manner?: Manner) {
    if (manner) standard.answer(manner)
    else standard.cancel()
    onDone()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc answers from whichever button has the focus
    <div
      ref={asked}
      className={styles.asking}
      onKeyDown={event => {
        if (event.key !== "Escape") return
        event.preventDefault()
        event.stopPropagation()
        answer()
      }}
    >
      <Notice icon={NotebookText} role="status">
        {question.typed.text ? said.asked(question.chosen.description) : said.askedSubject(subject)}
      </Notice>
      <div className={styles.answers}>
        <Button onPress={() => answer("replace")}>{said.replace}</Button>
        {question.typed.text ? (
          <>
            <Button onPress={() => answer("above")}>{said.above}</Button>
            <Button kind="ghost" onPress={() => answer()}>
              {said.keepMine}
            </Button>
          </>
        ) : (
          <Button onPress={() => answer("keep-subject")}>{said.keepMine}</Button>
        )}
      </div>
    </div>
  )
}
