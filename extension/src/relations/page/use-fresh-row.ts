import { useEffect } from "react"

/** The link of a relation's row. */
export const rowId = (relationId: string) => `relation-${relationId}`

/** Moves the focus to the row of a relation that was just saved, once it stands in the list. */
export function useFreshRow(relationId: string | undefined): void {
  useEffect(() => {
    if (!relationId) return
    // The dialog that closed gives the focus back to where it was opened from, a frame later: after that it may go to the row.
    const timer = setTimeout(() => {
      const row = document.getElementById(rowId(relationId))
      row?.focus()
      row?.scrollIntoView({ block: "center" })
    }, 80)
    return () => clearTimeout(timer)
  }, [relationId])
}
