import type { CaseRef } from "@casepost/shared/cases"
import type { Recognised } from "../../tools/recognise/recognised"
import { CaseFinder } from "./case-finder"
import { TickCases } from "./list/tick-cases"
import { WhichCase } from "./list/which-case"
import { words } from "./words"

export type PageCasesProps = {
  recognised: Recognised
  onOpen: (caseRef: CaseRef) => void
  /** The ticked ones of a list, all of one kind. */
  onSendMessages: (refs: CaseRef[]) => void
  sending?: { isPending: boolean; error: Error | null }
  /** Why this user cannot send messages, if so. */
  restricted?: string | undefined
}

/** What a page shows, where it is not one certain case: a choice, a list to tick, or none and the search. One case: nothing. */
export function PageCases({ recognised, onOpen, ...ticking }: PageCasesProps) {
  if (recognised.kind === "one") return null
  if (recognised.kind === "none") return <CaseFinder onFound={onOpen} none={noneInWords(recognised)} />
  if (!recognised.isList) return <WhichCase cases={recognised.cases} onOpen={onOpen} />
  return <TickCases cases={recognised.cases} ticked={recognised.ticked} onOpen={onOpen} {...ticking} />
}

type None = Extract<Recognised, { kind: "none" }>

/** That a page shows no case, and why, as far as that is known. */
export function noneInWords(none: None | undefined): { title: string; more: string } {
  const { why, numbers = [] } = none ?? {}
  if (why === "draft") return { title: words.noCase, more: words.draft }
  if (why === "unknown" && numbers.length > 0) return { title: words.noCase, more: words.unknown(numbers) }
  return { title: words.noCase, more: words.noCaseMore }
}
