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

/** An address found in pasted text, with the name that stood before it, if any. */
export type PastedAddress = { name?: string; address: string; valid: boolean }

/**
 * Reads addresses out of pasted text in any common form: `a@x.nl, b@y.nl`, `"Jansen, P." <p@x.nl>; q@y.nl`, one per line.
 * Text that holds no address comes back as one entry that is not valid, so that nothing pasted is lost.
 */
export function readAddresses(text: string): PastedAddress[] {
  return splitOutsideQuotes(text)
    .map(part => part.trim())
    .filter(part => part.length > 0)
    .map(readAddress)
}

function readAddress(part: string): PastedAddress {
  const named = /^(.*)<([^<>]+)>\s*$/s.exec(part)
  const raw = (named?.[2] ?? part).trim().replace(/^mailto:/i, "")
  const name = named?.[1]
    ?.trim()
    .replace(/^"(.*)"$/s, "$1")
    .replace(/\\(.)/g, "$1")
    .trim()
  const address = normaliseAddress(raw)
  const valid = isAddress(address)
  return { ...(name ? { name } : {}), address: valid ? address : raw, valid }
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = []
  let current = ""
  let quoted = false
  let angled = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (!quoted && character === "<") angled = true
    if (!quoted && character === ">") angled = false
    const breaks = !quoted && !angled && /[;,\n\r\t]/.test(character)
    if (breaks) {
      parts.push(current)
      current = ""
    } else current += character
  }
  return [...parts, current].flatMap(part => (/[<"]/.test(part) ? [part] : part.split(/\s+(?=\S+@)|(?<=@\S+)\s+/)))
}
