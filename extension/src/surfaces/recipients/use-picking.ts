import type { RecipientOption } from "@casepost/shared/relations"
import { type KeyboardEvent, useMemo, useState } from "react"
import { recipientGroups } from "../../relations/picker/recipient-groups"
import {
  groupHeight,
  type ListSentence,
  matchingRows,
  type OptionRow,
  type TokenOption,
} from "../../ui/tokens/token-options"

type Picking = {
  administrationId: string
  recipients: readonly RecipientOption[]
  /** The addresses that stand in the field already, in lower case. */
  standing: readonly string[]
  /** What is said where nobody is found. */
  nothing: (typed: string) => ListSentence
  onPick: (option: TokenOption) => void
  onClose: () => void
}

type Looking = { of: string; typed: string; moved?: number | undefined }

/** What is typed and marked in the picker, and what its keys do. */
export function usePicking({ administrationId, recipients, standing, nothing, onPick, onClose }: Picking) {
  const [now, setNow] = useState<Looking>({ of: administrationId, typed: "" })
  // What was looked for in one administration is not looked for in another.
  const { typed, moved } = now.of === administrationId ? now : { typed: "", moved: undefined }
  const setMoved = (to: number | undefined) => setNow({ of: administrationId, typed, moved: to })
  const groups = useMemo(() => recipientGroups(recipients), [recipients])
  const all = useMemo(() => withoutFirstName(matchingRows(groups, "")), [groups])
  const { first, rows } = useMemo(() => withoutFirstName(matchingRows(groups, typed)), [groups, typed])
  const chosen = useMemo(() => {
    const addresses = new Set(standing)
    const options = groups.flatMap(group => group.options)
    return new Set(options.filter(({ detail }) => addresses.has(detail.toLowerCase())).map(({ id }) => id))
  }, [groups, standing])

  const last = rows.at(-1)
  const found = last?.kind === "option" ? last.place + 1 : 0
  const sentence = found === 0 ? nothing(typed.trim()) : undefined
  const count = found || (sentence?.deed ? 1 : 0)
  // Nothing is marked before somebody typed or moved: Enter alone puts nobody anywhere.
  const active = count === 0 ? -1 : Math.min(moved ?? (typed.trim() === "" ? -1 : 0), count - 1)

  function pickActive() {
    if (active < 0) return
    if (sentence?.deed) return sentence.deed.act()
    const row = rows.find(one => one.kind === "option" && one.place === active)
    if (row?.kind === "option") onPick(row.option)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const to = placeAfter(event.key, { active, count, isInList: moved !== undefined || typed === "" })
    if (to === undefined && event.key !== "Enter" && event.key !== "Escape") return
    event.preventDefault()
    if (event.key === "Escape") onClose()
    else if (event.key === "Enter") pickActive()
    else setMoved(to)
  }
  return {
    typed,
    write: (text: string) => setNow({ of: administrationId, typed: text }),
    /** The name of the group that stands first: it is said over the list. */
    first,
    rows,
    all: all.rows,
    found,
    chosen,
    sentence,
    active,
    count,
    setMoved,
    onKeyDown,
  }
}

function withoutFirstName(rows: OptionRow[]): { first: string | undefined; rows: OptionRow[] } {
  const [head, ...rest] = rows
  if (head?.kind !== "group") return { first: undefined, rows }
  return { first: head.name, rows: rest.map(row => ({ ...row, top: row.top - groupHeight })) }
}

const page = 5

function placeAfter(key: string, now: { active: number; count: number; isInList: boolean }): number | undefined {
  const last = now.count - 1
  if (last < 0) return undefined
  if (key === "ArrowDown") return now.active >= last ? 0 : now.active + 1
  if (key === "ArrowUp") return now.active <= 0 ? last : now.active - 1
  if (key === "PageDown") return Math.min(last, now.active + page)
  if (key === "PageUp") return Math.max(0, now.active - page)
  if (key === "Home" && now.isInList) return 0
  if (key === "End" && now.isInList) return last
  return undefined
}
