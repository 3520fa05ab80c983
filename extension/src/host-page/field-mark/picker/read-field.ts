import type { FieldState } from "../../calls"
import { isInput, type MailField } from "../mail-field"
import { rowOf } from "../row"

const address = /[^\s<>"'(),;:@[\]]+@[^\s<>"'(),;:@[\]]+\.[^\s<>"'(),;:@[\]]+/g
const named = ["title", "aria-label", "value", "data-email", "data-address", "data-value"]

/** The addresses in a field and in the tokens of its row: read when somebody opens the picker, for its ticks, and kept nowhere. */
export function readField(field: MailField): FieldState {
  const row = rowOf(field)
  const texts = [isInput(field) ? field.value : ""]
  const written = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  while (written.nextNode()) texts.push(written.currentNode.textContent ?? "")
  for (const element of row.querySelectorAll(named.map(name => `[${name}*="@"]`).join()))
    for (const name of named) texts.push(element.getAttribute(name) ?? "")
  const addresses = [...new Set(texts.join("\n").toLowerCase().match(address))].slice(0, 200)
  return { addresses, isFull: isFull(field), page: location.href }
}

/** A field for one address that holds one. */
function isFull(field: MailField): boolean {
  return field instanceof HTMLInputElement && field.type === "email" && !field.multiple && field.value.includes("@")
}
