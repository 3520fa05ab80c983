import type { CaseRef } from "@casepost/shared/cases"
import { fillHtml, fillText } from "@casepost/shared/fill-placeholders"
import { formatList } from "@casepost/shared/formats"
import { type PlaceholderName, placeholders, placeholdersIn, unknownIn } from "@casepost/shared/placeholders"
import { useMemo } from "react"
import { factValues } from "../../cases/fact-values"
import { useFacts } from "../../cases/get-facts"
import { words } from "../words"

type Text = { subject: string; bodyHtml: string }

/** The placeholders of a message: their values for this case, how many are filled, and what holds it back. */
export function useFilled(caseRef: CaseRef, { subject, bodyHtml }: Text) {
  const facts = useFacts(caseRef).data
  const values = useMemo(() => (facts ? factValues(facts) : undefined), [facts])
  return useMemo(() => {
    const names = placeholdersIn(subject, bodyHtml)
    const missing = {
      subject: facts ? fillText(subject, { facts }).missing : [],
      bodyHtml: facts ? fillHtml(bodyHtml, { facts }).missing : [],
    }
    const held = new Set([...missing.subject, ...missing.bodyHtml])
    return {
      values,
      /** How many were filled; 0 until the facts are here. */
      count: facts ? names.length - held.size : 0,
      /** Why it cannot be sent so, by the field it stands in. */
      wrong: {
        subject: heldInWords(missing.subject, unknownIn(subject)),
        bodyHtml: heldInWords(missing.bodyHtml, unknownIn(bodyHtml)),
      },
    }
  }, [facts, values, subject, bodyHtml])
}

export type Filled = ReturnType<typeof useFilled>

/** What of it holds a message back, in sentences; undefined: nothing. */
export function heldInWords(missing: readonly PlaceholderName[], unknown: readonly string[]): string | undefined {
  const said = words.placeholders
  const names = formatList(
    missing.map(name => placeholders[name]),
    "en",
  )
  // Of the people written to, or of what it is about.
  const ofWhom = missing.every(name => /^(customer|contact)\./.test(name)) ? said.thisCustomer : said.thisCase
  const sentences = [
    ...(missing.length > 0 ? [said.missing(names, ofWhom, missing.length === 1)] : []),
    ...(unknown.length > 0 ? [said.unknown(formatList(unknown, "en"), unknown.length === 1)] : []),
  ]
  return sentences.length > 0 ? sentences.join(" ") : undefined
}
