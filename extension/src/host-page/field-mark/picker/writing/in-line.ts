import { isInput, type MailField } from "../../mail-field"
import { divider } from "./in-list"
import type { Person } from "./put-address"
import { pressKey, settled, takeBack, textOf, typeAtEnd } from "./typing"

/** A line of the page that is edited (`contenteditable`) and whose addresses become tokens in it. */
export const inLine = {
  isMine: (field: MailField) => !isInput(field),

  async write(field: MailField, { address }: Person): Promise<void> {
    typeAtEnd(field, divider(typedText(field)) + address)
    await settled()
    const typed = textOf(field)
    if (isTaken(field, address)) return
    const html = field.innerHTML
    const isHeard = pressKey(field, ",")
    await settled()
    if (isTaken(field, address) || (isHeard && field.innerHTML !== html)) return
    takeBack(field, typed)
    pressKey(field, "Enter")
    await settled()
  },
}

/** What was typed behind the last token, and is none yet. */
function typedText(field: MailField): string {
  return field.lastChild instanceof Text ? field.lastChild.data.replace(/[\u200b\u00a0]/g, " ") : ""
}

/** Whether no text that can be edited holds the address any more: it went into a token, or out of the line. */
function isTaken(field: MailField, address: string): boolean {
  const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode
    if (parentElement?.isContentEditable && textContent?.includes(address)) return false
  }
  return true
}
