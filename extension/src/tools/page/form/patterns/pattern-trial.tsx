import { patternExpression, wrongPattern } from "@casepost/shared/number-patterns"
import { useState } from "react"
import { TextField } from "../../../../ui/fields/text-field"
import { words } from "../../words"

/** What the patterns find in a text of one's own; it is sent nowhere. */
export function PatternTrial({ patterns }: { patterns: readonly string[] }) {
  const [text, setText] = useState("")
  const usable = patterns.map(pattern => pattern.trim()).filter(pattern => pattern !== "" && !wrongPattern(pattern))
  const found = [...new Set(usable.flatMap(pattern => text.match(patternExpression(pattern)) ?? []))].slice(0, 8)
  return (
    <>
      <TextField
        label={words.example}
        value={text}
        onChange={setText}
        description={text.trim() === "" ? words.exampleHelp : undefined}
        maxLength={2_000}
        autoComplete="off"
        spellCheck="false"
      />
      <p role="status">{text.trim() !== "" && (found.length > 0 ? words.finds(found) : words.findsNothing)}</p>
    </>
  )
}
