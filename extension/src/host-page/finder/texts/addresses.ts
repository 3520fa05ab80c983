import type { FoundText } from "../../findings"

const mailAddress = /[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,6}\p{L}{2,24}/gu

/** The e-mail addresses in a text, as they are written. */
function addressesIn(text: string): string[] {
  return text.includes("@") ? [...text.matchAll(mailAddress)].map(([address]) => address) : []
}

/** The same, as what was found. */
export function addressTexts(text: string): FoundText[] {
  return addressesIn(text).map(address => ({ text: address, as: "address" }))
}
