import { isAddress, normaliseAddress } from "./addresses.ts"

/** An address found in pasted text, with the name that stood before it, if any. */
export type PastedAddress = { name?: string; address: string; valid: boolean }

/** What nobody sees, and what turns the direction of text around it: copied along, never meant. */
const unseen = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** Longer than any address with what may stand around it. */
const mostOfAddress = 500
/** Words before the comma of `Van der Berg, J. <j@x.nl>`: with more it is not a family name. */
const mostOfFamilyName = 3

/**
 * Reads addresses out of pasted text in any common form: `a@x.nl, b@y.nl`, `"Jansen, P." <p@x.nl>; q@y.nl`, `Jansen, P. <p@x.nl>`,
 * `a@x.nl b@y.nl`, `mailto:` links, one per line. What is no address comes back as an entry that is not valid, so that nothing pasted is
 * lost; text without any `@` as one. Every character is read once, however long the text is.
 */
export function readAddresses(text: string): PastedAddress[] {
  const visible = text.replace(unseen, "")
  const whole = visible.trim()
  if (!whole.includes("@")) return /[^\s,;]/.test(whole) ? [{ address: whole, valid: false }] : []
  const pieces = piecesOf(visible)
  const found: PastedAddress[] = []
  const isBySemicolon = pieces.some(piece => piece.kind === "break" && piece.text === ";")
  /** The address read last, until the entry ends. */
  let after: PastedAddress | undefined
  /** Words since then, divided by commas: the name of what follows, perhaps. */
  let words: string[][] = [[]]

  function takeAddress(read: string, isAngled: boolean) {
    takeComment()
    const address = addressIn(read)
    const { name, others } = nameBefore(words, { isBySemicolon, isAngled })
    words = [[]]
    // `a@x.nl <a@x.nl>`: the address stands there as its own name.
    if (after?.address === address.address && !name) return
    after = name && normaliseAddress(name) !== address.address ? { name, ...address } : address
    for (const entry of [...others, after]) found.push(entry)
  }
  function endEntry() {
    takeComment()
    for (const entry of words.flatMap(entryOf)) found.push(entry)
    after = undefined
    words = [[]]
  }
  /** `a@x.nl (Els Kok)`, as RFC 5322 has it. */
  function takeComment() {
    const comment = after && !after.name && words.length === 1 ? nameOf(words[0] ?? []) : ""
    if (!after || !/^\([^()]+\)$/.test(comment)) return
    after.name = comment.slice(1, -1).trim()
    words = [[]]
  }
  for (const { kind, text: read } of pieces) {
    if (kind === "break" || (kind === "comma" && after)) endEntry()
    else if (kind === "comma") words.push([])
    else if (kind === "angled" || (kind === "word" && read.includes("@"))) takeAddress(read, kind === "angled")
    else words.at(-1)?.push(read)
  }
  endEntry()
  return found
}

/** `angled`: what stood in `<…>`. `comma` may also stand within a name; a `break` (semicolon, end of a line) may not. */
type Piece = { kind: "word" | "quoted" | "angled" | "comma" | "break"; text: string }

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  /** No quotation that begins before here is closed on its line. */
  let unclosedUntil = 0
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? ""
    const end = character === '"' && at >= unclosedUntil ? endOfQuotation(text, at) : undefined
    if (end?.isClosed) {
      const quoted = text.slice(at + 1, end.at).replace(/\\(.)/g, "$1")
      at = end.at + 1
      // A quoted local part is no address of ours, and not a name either.
      if (text[at] === "@") pieces.push({ kind: "word", text: `"${quoted}"${takeWord()}` })
      else pieces.push({ kind: "quoted", text: quoted.trim() })
      continue
    }
    if (end) unclosedUntil = end.at
    const inside = character === "<" ? insideAngles(text, at + 1) : undefined
    if (inside?.includes("@")) {
      pieces.push({ kind: "angled", text: inside })
      at += inside.length + 2
    } else if (/[;；\n\r]/.test(character)) {
      pieces.push({ kind: "break", text: character === "；" ? ";" : character })
      at++
    } else if (/[,，、]/.test(character)) {
      pieces.push({ kind: "comma", text: "," })
      at++
    } else if (/\s/.test(character)) at++
    else pieces.push({ kind: "word", text: takeWord() })

    function takeWord(): string {
      const start = at
      do at++
      while (at < text.length && !/[\s,，、;；<]/.test(text[at] ?? ""))
      return text.slice(start, at)
    }
  }
  return pieces
}

function endOfQuotation(text: string, start: number): { at: number; isClosed: boolean } {
  let at = start + 1
  for (; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === '"') return { at, isClosed: true }
    if (text[at] === "\\") at++
  }
  return { at, isClosed: false }
}

/** What stands up to the `>` that belongs to it; none where a line or another `<` comes first. */
function insideAngles(text: string, start: number): string | undefined {
  let end = start
  while (end < text.length && !/[<>\n]/.test(text[end] ?? "")) end++
  return text[end] === ">" ? text.slice(start, end) : undefined
}

/** The name of the address that follows, and what before it is none. */
function nameBefore(
  words: string[][],
  { isBySemicolon, isAngled }: { isBySemicolon: boolean; isAngled: boolean },
): { name: string; others: PastedAddress[] } {
  const parts = words.map(withoutLabel)
  const last = parts.at(-1) ?? []
  const [family = []] = parts
  const isFamilyFirst = isAngled && parts.length === 2 && family.length > 0 && family.length <= mostOfFamilyName
  if (last.length > 0 && (isBySemicolon || isFamilyFirst))
    return { name: parts.map(nameOf).filter(Boolean).join(", "), others: [] }
  return { name: nameOf(last), others: words.slice(0, -1).flatMap(entryOf) }
}

/** `To: Els Kok`: what the line is, not who. */
function withoutLabel(words: string[]): string[] {
  return words.slice(words.findLastIndex(word => word.endsWith(":")) + 1)
}

function nameOf(words: string[]): string {
  const name = words.join(" ").trim()
  return name.replace(/^'(.*)'$/s, "$1").trim()
}

function entryOf(words: string[]): PastedAddress[] {
  const text = words.join(" ").trim()
  if (!text) return []
  return text.includes("@") ? [addressIn(text)] : [{ address: text, valid: false }]
}

function addressIn(read: string): PastedAddress {
  const written = read.trim()
  if (written.length > mostOfAddress) return { address: written, valid: false }
  const link = written.toLowerCase().lastIndexOf("mailto:")
  const raw = (link < 0 ? written : written.slice(link + "mailto:".length).replace(/\?.*$/s, "")).replaceAll(
    "\u200d",
    "",
  )
  const bare = raw.replace(/^[\s([{<'"“”‘’«»]+|[\s)\]}>'"“”‘’«».,:!?]+$/g, "")
  const address = [bare, raw].map(normaliseAddress).find(isAddress)
  return address ? { address, valid: true } : { address: link < 0 ? written : raw, valid: false }
}
