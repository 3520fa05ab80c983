import { useLayoutEffect, useRef, useState } from "react"
import { Button } from "../../ui/buttons/button"
import { classNames } from "../../ui/class-names"
import { CleanHtml } from "../../ui/text/clean-html"
import { words } from "../words"
import styles from "./cards.module.css"

type EntryBodyProps = {
  html: string
  /** Lines shown before the rest is asked for. */
  lines: number
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** Stands under the whole text. */
  signatureHtml?: string
  /** Words that stand out in the text: `@Joost Bakker`. */
  names?: readonly string[]
}

/** The text of an entry, folded to a few lines. */
export function EntryBody({ html, lines, isOpen, onOpen, signatureHtml, names }: EntryBodyProps) {
  const text = useRef<HTMLDivElement>(null)
  const [isCut, setCut] = useState(false)
  useLayoutEffect(() => {
    const shown = text.current
    if (shown && !isOpen) setCut(shown.scrollHeight > shown.clientHeight + 1)
  })
  // Folded, a table stands aside: it would be cut through.
  const hasMore = isCut || signatureHtml !== undefined || html.includes("<table")
  return (
    <div>
      <div
        ref={text}
        className={classNames(styles.text, !isOpen && styles.folded)}
        style={isOpen ? undefined : { WebkitLineClamp: lines }}
      >
        <CleanHtml html={html} {...(names ? { names } : {})} />
      </div>
      {isOpen && signatureHtml && (
        <div className={styles.signature}>
          <CleanHtml html={signatureHtml} />
        </div>
      )}
      {hasMore && (
        <Button kind="link" data-open onPress={() => onOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.showLess : words.showAll}
        </Button>
      )}
    </div>
  )
}
