/**
 * `"Sanne de Wit via Van der Meer Bouwmaterialen" <debiteuren@vdmbouw.example>`: always a quoted string (RFC 5322 3.2.4), so that commas,
 * dots and quotes in names stay part of the name. The provider encodes what is not ASCII (RFC 2047).
 */
export function fromHeader(name: string, address: string): string {
  const clean = headerText(name).replace(/["\\]/g, "\\$&")
  return clean ? `"${clean}" <${address}>` : address
}

/** One line without control characters: what may stand in a header of a mail. */
export function headerText(text: string): string {
  return [...text]
    .map(character => (isControl(character) ? " " : character))
    .join("")
    .replace(/ {2,}/g, " ")
    .trim()
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029
}
