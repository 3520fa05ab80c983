import type { CaseRef, CaseSummary } from "@casepost/shared/cases"
import { useEffect, useRef, useState } from "react"

/** Which cases of a list are ticked here. What is ticked or unticked in the tool meanwhile is followed; everything else stays as it was. */
export function useTicked(cases: readonly CaseSummary[], inTool: readonly string[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(inTool))
  const before = useRef<ReadonlySet<string>>(new Set(inTool))
  useEffect(() => {
    const now = new Set(inTool)
    const added = [...now].filter(id => !before.current.has(id))
    const taken = [...before.current].filter(id => !now.has(id))
    before.current = now
    if (added.length + taken.length === 0) return
    setIds(ids => new Set([...ids, ...added].filter(id => !taken.includes(id))))
  }, [inTool])
  const chosen: CaseRef[] = cases.map(one => one.ref).filter(ref => ids.has(ref.id))
  return {
    /** In the order of the page; one that is no longer on it is not among them. */
    chosen,
    tick: (id: string, isOn: boolean) =>
      setIds(isOn ? new Set([...ids, id]) : new Set([...ids].filter(other => other !== id))),
    tickAll: (isOn: boolean) => setIds(new Set(isOn ? cases.map(one => one.ref.id) : [])),
  }
}
