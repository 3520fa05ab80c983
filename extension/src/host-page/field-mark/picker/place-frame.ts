import { put } from "../place"
import { boxOf, rowOf } from "../row"

const wide = 352
const margin = 8

/** Puts the frame under a field, over it where there is no room, and over the whole of a page that is too small for either. */
export function placeFrame(frame: HTMLElement, field: HTMLElement, wanted: number): void {
  const area = boxOf(field).getBoundingClientRect()
  // A field that its page hides while it has no focus leaves the frame where it was.
  if (area.width === 0) return
  const { innerWidth, innerHeight } = window
  const width = Math.min(wide, innerWidth - 2 * margin)
  const side = getComputedStyle(field).direction === "rtl" ? area.left : area.right - width
  const left = Math.max(margin, Math.min(side, innerWidth - margin - width))
  const { top, bottom } = edges(field, area)
  const below = innerHeight - bottom - 2 - margin
  const above = top - 2 - margin
  const room = Math.max(below, above)
  const height = Math.min(wanted, room < Math.min(wanted, 180) ? innerHeight - 2 * margin : room)
  const start = below >= height || below >= above ? bottom + 2 : top - 2 - height
  put(frame, { left, top: Math.max(margin, Math.min(start, innerHeight - margin - height)), width, height })
}

/** The row's own edges, where they lie close around the field: its tokens and its line stay in sight. */
function edges(field: HTMLElement, area: DOMRect): { top: number; bottom: number } {
  const row = rowOf(field).getBoundingClientRect()
  const isClose = area.top - row.top < 24 && row.bottom - area.bottom < 24
  return isClose ? row : area
}
