import { isBeside } from "./beside"
import { isOfRecords } from "./listed"

/** The whole of a text that says it, alone or after its name: `Draft`, `Status: Concept`. */
const saying = /^(?:(?:status|state|statut|stand)\s*:\s*)?(?:draft|concept|conceptfactuur|entwurf|brouillon)$/i
const stateName = /^(?:status|state|statut|stand|état|zustand)\s*:?$/i
const badges =
  /(?:^|[\s_-])(?:badge|label|status|state|pill|tag|chip|indicator|ribbon|stamp|rounded|lozenge)(?:$|[\s_-])/i

/** To press, to choose from, or what happened before: none of it says what a record is now. */
const others =
  "button, a[href], label, [role=button], [role=tab], [role=option], [role=radio], [role=menuitem], [role=log], li, article"

/** Whether a text could say that a record is a draft. */
export function couldSayDraft(text: string): boolean {
  return text.length < 40 && saying.test(text.trim())
}

/** Whether such a text says it of what the page shows: it is the record's state, drawn or named as one. */
export function saysDraft(element: Element): boolean {
  if (element.closest(others) || isOfRecords(element) || isBeside(element)) return false
  return isNamedState(element) || isBadge(element)
}

function isNamedState(element: Element): boolean {
  if (/:/.test(element.textContent ?? "")) return true
  const before = element.previousElementSibling ?? element.parentElement?.previousElementSibling
  return stateName.test((before?.textContent ?? "").trim())
}

/** Its class says so, or it has a ground of its own; often the text is an element within. */
function isBadge(element: Element): boolean {
  const text = element.textContent?.trim()
  for (let box: Element | null = element, up = 0; box && up < 3; box = box.parentElement, up++) {
    if (box.textContent?.trim() !== text || box.matches("body, h1, h2, h3")) return false
    if (badges.test(box.getAttribute("class") ?? "")) return true
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(getComputedStyle(box).backgroundColor)) return true
  }
  return false
}
