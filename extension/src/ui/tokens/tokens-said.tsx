import { useEffect, useRef, useState } from "react"
import { changesInWords, type SpokenField } from "./token-changes"
import styles from "./token-field.module.css"

/** Announces politely who was added to, removed from or moved between fields: "Kuiper Accountants added to CC. 2 recipients." */
export function TokensSaid({ fields }: { fields: readonly SpokenField[] }) {
  const before = useRef(fields)
  const [said, setSaid] = useState("")
  useEffect(() => {
    const now = changesInWords(before.current, fields)
    before.current = fields
    if (now !== "") setSaid(now)
  })
  return (
    <span className={styles.spoken} aria-live="polite">
      {said}
    </span>
  )
}
