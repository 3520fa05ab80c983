import { useEffect, useRef, useState } from "react"
import unseen from "../text/unseen.module.css"
import { changesInWords, type SpokenField } from "./token-changes"

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
    <span className={unseen.spoken} aria-live="polite">
      {said}
    </span>
  )
}
