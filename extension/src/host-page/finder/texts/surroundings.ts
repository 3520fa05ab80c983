import { plainText } from "./number-words"

/** What names a value, where it stands in an element of its own before it: `Tel.`, `KvK`. At most 40 characters. */
export function labelOf(element: Element): string {
  const before = element.previousElementSibling ?? element.parentElement?.previousElementSibling
  return (before?.textContent ?? "").trim().slice(-40)
}

/** Nearer to each other than this, in px, two texts are read as one word, whatever elements they stand in. */
const together = 2

/** Whether a number at the edge of its text ends there: `VF-2026-041` is part of another one where `<b>83</b>` follows it. */
export function isWholeIn(number: string, { text, element }: { text: string; element: Element }): boolean {
  const plain = plainText(text)
  const node = [...element.childNodes].find((one): one is Text => one instanceof Text && one.nodeValue === text)
  if (!node) return true
  return !(plain.startsWith(number) && goesOn(node, "before")) && !(plain.endsWith(number) && goesOn(node, "after"))
}

function goesOn(node: Text, where: "before" | "after"): boolean {
  const walker = document.createTreeWalker(blockOf(node), NodeFilter.SHOW_TEXT)
  walker.currentNode = node
  const isBefore = where === "before"
  const next = () => (isBefore ? walker.previousNode() : walker.nextNode())
  let other = next()
  while (other && !other.nodeValue) other = next()
  if (!(other instanceof Text)) return false
  const pattern = isBefore ? /[\p{L}\p{N}][-/_]?$/u : /^[-/_.,]?[\p{L}\p{N}]/u
  return pattern.test(plainText(other.data)) && (isBefore ? touch(other, node) : touch(node, other))
}

function touch(one: Text, other: Text): boolean {
  const [end, start] = [edgeOf(one, one.length - 1), edgeOf(other, 0)]
  if (!end || !start || end.bottom <= start.top || start.bottom <= end.top) return false
  return Math.abs(start.left - end.right) < together
}

function edgeOf(text: Text, at: number): DOMRect | undefined {
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return range.getClientRects()[0]
}

function blockOf({ parentElement }: Text): Node {
  let block = parentElement
  while (block?.parentElement && getComputedStyle(block).display === "inline") block = block.parentElement
  return block ?? document
}
