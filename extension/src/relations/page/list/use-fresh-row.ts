import type { Relation } from "@casepost/shared/relations"
import { useEffect, useState } from "react"

/** The link of a relation's row. */
export const rowId = (relationId: string) => `relation-${relationId}`

/**
 * Moves the focus to the row of a relation that was just saved, once, when the list has been read again.
 * @returns whether it has been, so that a relation further down the list can be shown on top
 */
export function useFreshRow(fresh: Relation | undefined, isFetching: boolean): boolean {
  const [settled, setSettled] = useState<Relation | undefined>()
  useEffect(() => {
    if (fresh && !isFetching) setSettled(fresh)
  }, [fresh, isFetching])
  const isSettled = fresh !== undefined && settled === fresh
  useEffect(() => {
    if (!isSettled || !fresh) return
    // The dialog that closed gives the focus back to where it was opened from, a frame later: after that it may go to the row.
    const timer = setTimeout(() => {
      const row = document.getElementById(rowId(fresh.id))
      row?.focus()
      row?.scrollIntoView({ block: "center" })
    }, 80)
    return () => clearTimeout(timer)
  }, [isSettled, fresh])
  return isSettled
}
