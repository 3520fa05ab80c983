import { isInput, type MailField } from "../../mail-field"
import type { Person } from "./put-address"
import { textOf, typeAtEnd } from "./typing"

/** A field that holds addresses as text, one behind the other. */
export const inList = {
  isMine: (_field: MailField) => true,
  write(field: MailField, person: Person): Promise<void> {
    const text = `${divider(textOf(field))}${takesNames(field) ? withName(person) : person.address}`
    if (fits(field, text)) typeAtEnd(field, text)
    return Promise.resolve()
  },
}

/** What goes between the addresses that stand there and one more: what the field has already, else a comma. */
export function divider(value: string): string {
  if (value.trim() === "" || /[,;]\s$/.test(value)) return ""
  if (/[,;]$/.test(value)) return " "
  if (/\n/.test(value) && !/[,;]/.test(value)) return value.endsWith("\n") ? "" : "\n"
  return value.includes(";") ? "; " : ", "
}

/** Half an address is worse than none. */
function fits(field: MailField, text: string): boolean {
  return !isInput(field) || field.maxLength < 0 || field.value.length + text.length <= field.maxLength
}

/** Names only where one stands already, or the field itself shows the form. */
function takesNames(field: MailField): boolean {
  return (
    isInput(field) && field.type !== "email" && /<\s*[^\s<>]+@[^\s<>]+>/.test(`${field.value} ${field.placeholder}`)
  )
}

/** A display name by RFC 5322: quoted where it holds more than words. */
function withName({ name, address }: Person): string {
  const plain = name.replace(/[\p{Cc}<>]/gu, " ").trim()
  if (plain === "") return address
  const isWords = /^[\p{L}\p{N} '_-]+$/u.test(plain)
  return `${isWords ? plain : `"${plain.replace(/[\\"]/g, "\\$&")}"`} <${address}>`
}
