import { boxOf } from "./row"

const mark = 24
const frameWidth = 352
const margin = 8

/** Puts the mark at the end of a field, inside it; hides it where that end is scrolled away or covered. */
export function placeMark(button: HTMLElement, field: HTMLElement): void {
  const box = boxOf(field)
  const area = box.getBoundingClientRect()
  const style = getComputedStyle(box)
  const inset = Math.min(6, Math.max(2, (area.height - mark) / 2))
  const isRtl = getComputedStyle(field).direction === "rtl"
  const left = isRtl
    ? area.left + Number.parseFloat(style.borderLeftWidth) + inset
    : area.right - Number.parseFloat(style.borderRightWidth) - inset - mark
  const top = area.top + (area.height - mark) / 2
  put(button, { left, top })
  button.hidden = area.width < 60 || !isInSight(box, { x: left + mark / 2, y: top + mark / 2 })
}

/** Puts the frame under a field, over it where there is no room, and over the whole of a page that is too small for either. */
export function placeFrame(frame: HTMLElement, field: HTMLElement, wanted: number): void {
  const area = boxOf(field).getBoundingClientRect()
  // A field that its page hides while it has no focus leaves the frame where it was.
  if (area.width === 0) return
  const { innerWidth, innerHeight } = window
  const width = Math.min(frameWidth, innerWidth - 2 * margin)
  const isRtl = getComputedStyle(field).direction === "rtl"
  const start = isRtl ? area.left : area.right - width
  const left = Math.max(margin, Math.min(start, innerWidth - margin - width))
  const below = innerHeight - area.bottom - 2 - margin
  const above = area.top - 2 - margin
  const room = Math.max(below, above)
  const height = room < Math.min(wanted, 180) ? Math.min(wanted, innerHeight - 2 * margin) : Math.min(wanted, room)
  const isUnder = below >= height || below >= above
  const top = isUnder ? area.bottom + 2 : area.top - 2 - height
  put(frame, { left, top: Math.max(margin, Math.min(top, innerHeight - margin - height)), width, height })
}

function put(element: HTMLElement, at: { left: number; top: number; width?: number; height?: number }): void {
  for (const [name, value] of Object.entries(at)) {
    const pixels = `${Math.round(value)}px`
    // Writing what stands there already would still be a change to the style.
    if (element.style.getPropertyValue(name) !== pixels) element.style.setProperty(name, pixels)
  }
}

function isInSight(box: Element, { x, y }: { x: number; y: number }): boolean {
  const root = box.getRootNode() as Document | ShadowRoot
  return root.elementsFromPoint(x, y).some(element => box.contains(element))
}
