import { braces, readPlaceholder, type Written } from "@casepost/shared/placeholders"

/** A piece of a text: words, or what stands between two pairs of braces (`invoice.number|the invoice`). */
export type Piece = { words: string } | { inside: string }

/** A text in pieces; joined again they are the same text, to the letter. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(braces)) {
    if (found.index > from) pieces.push({ words: text.slice(from, found.index) })
    pieces.push({ inside: found[1] ?? "" })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** What stands between the braces, with its braces again. */
export function inBraces(inside: string): string {
  return `{{${inside}}}`
}

export function readInside(inside: string): Written {
  return readPlaceholder(inBraces(inside))
}

/** HTML whose placeholders are elements that the editor makes chips of; an address (`href`) keeps its text. */
export function markPlaceholders(html: string): string {
  return html
    .split(/(<[^<>]*>)/)
    .map((part, place) =>
      place % 2 === 1
        ? part
        : part.replace(
            braces,
            (_, inside: string) => `<span data-placeholder="${inside.replaceAll('"', "&quot;")}"></span>`,
          ),
    )
    .join("")
}

/** The opposite: the editor's HTML with its chips as text. */
export function unmarkPlaceholders(html: string): string {
  return html.replace(/<span data-placeholder="[^"]*">([^<]*)<\/span>/g, "$1")
}
