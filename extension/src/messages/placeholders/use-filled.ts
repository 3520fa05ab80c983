import type { CaseRef } from "@casepost/shared/cases"
import { fillHtml, fillText } from "@casepost/shared/fill-placeholders"
import { formatList } from "@casepost/shared/formats"
import { placeholders, placeholdersIn, unknownIn } from "@casepost/shared/placeholders"
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
        subject: wrongInWords(missing.subject, unknownIn(subject)),
        bodyHtml: wrongInWords(missing.bodyHtml, unknownIn(bodyHtml)),
      },
    }
  }, [facts, values, subject, bodyHtml])
}

export type Filled = ReturnType<typeof useFilled>

/** "Contact name is missing for this customer. Fill it in, or take it out." */
function wrongInWords(missing: readonly (keyof typeof placeholders)[], unknown: readonly string[]): string | undefined {
  const said = words.placeholders
  const sentences = [
    ...(missing.length > 0
      ? [
          said.missing(
            formatList(
              missing.map(name => placeholders[name]),
              "en",
            ),
            missing.length === 1,
          ),
        ]
      : []),
    ...(unknown.length > 0 ? [said.unknown(formatList(unknown, "en"), unknown.length === 1)] : []),
  ]
  return sentences.length > 0 ? sentences.join(" ") : undefined
}
