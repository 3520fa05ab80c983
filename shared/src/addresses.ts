import * as z from "zod"
import { hasControlCharacters } from "./contract.ts"

/** Local part by RFC 5322 dot-atom, at most 64 octets (RFC 5321 4.5.3.1.1). Quoted local parts are refused on purpose. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainLabel = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/**
 * Whether an e-mail address can exist: dot-atom local part, a domain of at least two labels, at most 254 octets.
 * Internationalised domains are written as typed and compared in their ASCII form (`toAscii`).
 */
export function isAddress(text: string): boolean {
  if (text.length > 254 || hasControlCharacters(text)) return false
  const at = text.lastIndexOf("@")
  if (at < 1 || at > 64) return false
  if (!localPart.test(text.slice(0, at))) return false
  const domain = domainToAscii(text.slice(at + 1))
  if (!domain) return false
  const labels = domain.split(".")
  return labels.length >= 2 && labels.every(label => domainLabel.test(label)) && !/^(\d+|.)$/.test(labels.at(-1) ?? "")
}

/** The one form in which addresses are stored and compared: trimmed, lower case, ASCII domain. */
export function normaliseAddress(text: string): string {
  const trimmed = text.trim()
  const at = trimmed.lastIndexOf("@")
  if (at < 0) return trimmed.toLowerCase()
  const domain = trimmed.slice(at + 1)
  return `${trimmed.slice(0, at)}@${domainToAscii(domain) ?? domain}`.toLowerCase()
}

function domainToAscii(domain: string): string | undefined {
  if (!domain || /[\s/:?#@\\%[\]]/.test(domain)) return undefined
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return undefined
  }
}

/** An e-mail address in its stored form. */
export const Address = z
  .string()
  .max(254)
  .transform(normaliseAddress)
  .refine(isAddress, {
    error: ({ input }) =>
      String(input).includes('"')
        ? "Addresses with quotation marks cannot be used."
        : "This is not a complete e-mail address.",
  })
