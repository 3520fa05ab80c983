import { boxOf } from "./row"

const size = 24

/** Puts the mark at the end of a field, inside it; hides it where that end is scrolled away. */
export function placeMark(button: HTMLElement, field: HTMLElement): void {
  const box = boxOf(field)
  const area = box.getBoundingClientRect()
  const inset = Math.max(2, Math.min(6, (area.height - size) / 2))
  const isRtl = getComputedStyle(field).direction === "rtl"
  const left = isRtl ? area.left + inset : area.right - inset - size
  const top = area.top + (area.height - size) / 2
  put(button, { left, top })
  const root = box.getRootNode() as Document | ShadowRoot
  const under = root.elementsFromPoint(left + size / 2, top + size / 2)
  button.hidden = area.width < 60 || !under.some(element => box.contains(element))
}

/** Sets places in whole pixels, and nothing where they are right: writing them again would still be a change to the style. */
export function put(element: HTMLElement, places: Record<string, number>): void {
  for (const [name, value] of Object.entries(places)) {
    const pixels = `${Math.round(value)}px`
    if (element.style.getPropertyValue(name) !== pixels) element.style.setProperty(name, pixels)
  }
}
