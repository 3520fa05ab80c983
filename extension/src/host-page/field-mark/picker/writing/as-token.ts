import { parentOf } from "../../../parent-of"
import { isCombobox, type MailField } from "../../mail-field"
import { rowOf } from "../../row"
import { divider } from "./in-list"
import type { Person } from "./put-address"
import { pressKey, settled, takeBack, textOf, typeAtEnd } from "./typing"

const tokenWords =
  /\b(tokens?|tags?|tagify|chips?|pills?|lozenges?|multi-?select|multiple|select2|selectize|choices|recipients?|vs__|ts-control|o_field_many2many)/i

/** An input, or a line that is edited, whose addresses become tokens: the address is typed, then finished as its library expects. */
export const asToken = {
  isMine: (field: MailField) => field instanceof HTMLInputElement && (isCombobox(field) || hasTokens(field)),

  async write(field: MailField, { address }: Person): Promise<void> {
    const before = textOf(field)
    typeAtEnd(field, divider(before) + address)
    await settled()
    const typed = textOf(field)
    if (isTaken(field, address)) return
    pressKey(field, ",")
    await settled()
    if (isTaken(field, address)) return
    takeBack(field, typed)
    if (!hasTokens(field) || offersAnother(field, address)) return
    pressKey(field, "Enter")
    await settled()
  },
}

/** Typed text that is gone from its input has become a token. What stays is left there: the page finishes it when the field is left. */
function isTaken(field: MailField, address: string): boolean {
  return !textOf(field).includes(address)
}

/** Whether its addresses become tokens, by how it is built: only then is Enter pressed, which elsewhere may send a form. */
function hasTokens(field: MailField): boolean {
  const row = rowOf(field)
  if (row !== field && row.querySelector("li,[role=listitem],[role=option],[role=row],[aria-label^=Remove]"))
    return true
  let element: Element | undefined = field
  for (let level = 0; element && level < 4; level++) {
    if (tokenWords.test(element.getAttribute("class") ?? "") || tokenWords.test(element.localName)) return true
    element = parentOf(element)
  }
  return false
}

/** Enter would take somebody else from the page's own suggestions, or record somebody new in the tool. */
function offersAnother(field: MailField, address: string): boolean {
  const root = field.getRootNode() as Document | ShadowRoot
  const active = root.getElementById(field.getAttribute("aria-activedescendant") ?? "")
  const offered = active?.textContent?.toLowerCase()
  return (
    offered !== undefined &&
    (!offered.includes(address.toLowerCase()) || /creat|aanmak|anlegen|erstell|cré/.test(offered))
  )
}
