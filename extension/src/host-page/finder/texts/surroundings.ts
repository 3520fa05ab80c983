import { plainText } from "./number-words"
import type { ReadPatterns } from "./page-numbers"

/** What names a value, where it stands in an element of its own before it: `Tel.`, `KvK`. At most 40 characters. */
export function labelOf(element: Element): string {
  const before = element.previousElementSibling ?? element.parentElement?.previousElementSibling
  return (before?.textContent ?? "").trim().slice(-40)
}

type Around = { text: string; element: Element; read: ReadPatterns }

/** Whether a number at the edge of its text ends there: `VF-2026-041` is part of another one where `<b>83</b>` follows. */
export function isWholeIn(number: string, { text, element, read }: Around): boolean {
  const plain = plainText(text)
  const isInside = !plain.startsWith(number) && !plain.endsWith(number)
  if (isInside) return true
  const block = blockOf(element)
  if ((block.textContent?.length ?? 0) > 5_000) return true
  // biome-ignore lint/performance/useDomNodeTextContent: as it is read, with the spaces that the page shows
  const shown = (block as HTMLElement).innerText
  return shown === undefined || read(shown).some(one => one.text === number)
}

function blockOf(element: Element): Element {
  let block = element
  while (block.parentElement && getComputedStyle(block).display === "inline") block = block.parentElement
  return block
}
