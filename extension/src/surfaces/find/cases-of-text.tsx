import type { CaseRef } from "@casepost/shared/cases"
import { useEffect, useRef } from "react"
import { useSession } from "../../access/session"
import { useCasesOfText } from "../../cases/lookup-cases"
import { Skeleton } from "../../ui/feedback/skeleton"
import { CaseFinder } from "./case-finder"
import { WhichCase } from "./list/which-case"
import { words } from "./words"

/**
 * "Message this case" on selected text: its case at once, where it is certain; a choice; or the search, with the text in it. Digits alone may
 * be anything's number: they are offered, never taken.
 */
export function CasesOfText({ text, onOpen }: { text: string; onOpen: (caseRef: CaseRef) => void }) {
  const { membership } = useSession()
  const { data, isPending } = useCasesOfText(membership.organisation.id, text)
  const [first] = data ?? []
  const certain = first && data?.length === 1 && /\p{L}/u.test(first.found) ? first.ref : undefined
  const latest = useRef(onOpen)
  latest.current = onOpen
  useEffect(() => {
    if (certain) latest.current(certain)
  }, [certain])
  if (isPending || certain) return <Skeleton rows={3} />
  if (data && data.length > 0) return <WhichCase cases={data} onOpen={onOpen} said={words.foundInText(data.length)} />
  return <CaseFinder onFound={onOpen} startWith={text} />
}
