import { parentOf } from "../parent-of"

/** The nearest element around it, itself included, that fits a selector, out of shadow trees too. */
export function around(element: Element, selector: string): Element | undefined {
  for (let now: Element | undefined = element; now; now = parentOf(now)) if (now.matches(selector)) return now
  return undefined
}

/** The row a field stands in with its tokens: the largest box of at most three levels around it in which no other field can be seen. */
export function rowOf(field: HTMLElement): HTMLElement {
  let row = field
  for (let level = 0; level < 3; level++) {
    const outer = parentOf(row)
    if (!(outer instanceof HTMLElement) || outer.matches("form,dialog,[role=dialog],main,body")) break
    if (outer.offsetHeight > 160 || hasOtherField(outer, field)) break
    row = outer
  }
  return row
}

/** The box that the mark stands in: the field, or its row where the field is only as wide as what is typed. */
export function boxOf(field: HTMLElement): HTMLElement {
  return field.offsetWidth >= 160 ? field : rowOf(field)
}

function hasOtherField(outer: Element, field: HTMLElement): boolean {
  const fields = outer.querySelectorAll<HTMLElement>(
    "input:not([type=hidden]),textarea,select,[contenteditable]:not([contenteditable=false])",
  )
  return [...fields].some(one => one !== field && !field.contains(one) && one.offsetWidth > 2)
}
