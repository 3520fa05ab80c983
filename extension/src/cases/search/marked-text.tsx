import { fold } from "../../ui/text/fold"
import styles from "./case-list.module.css"

/** A text with the parts that were typed marked: every word of it, wherever it stands. */
export function MarkedText({ text, typed }: { text: string; typed: string }) {
  return (
    <>
      {markedParts(text, typed).map(part =>
        part.isMarked ? (
          <mark key={part.at} className={styles.mark}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  )
}

type Part = { text: string; isMarked: boolean; at: number }

/** The text in pieces, in order; accents and case do not matter. */
export function markedParts(text: string, typed: string): Part[] {
  const folded = fold(text)
  // Folding may change the length of rare characters; then nothing is marked rather than the wrong thing.
  if (folded.length !== text.length) return [{ text, isMarked: false, at: 0 }]
  const isMarked = new Array<boolean>(text.length).fill(false)
  for (const word of fold(typed).split(/\s+/).filter(Boolean)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      isMarked.fill(true, at, at + word.length)
  }
  const parts: Part[] = []
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1)
    if (last && last.isMarked === isMarked[at]) last.text += text[at]
    else parts.push({ text: text[at] ?? "", isMarked: isMarked[at] === true, at })
  }
  return parts
}
