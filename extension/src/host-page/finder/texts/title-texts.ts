import { isCovered } from "../covered"
import { firstVisible, isVisible } from "../visible"
import { isBeside } from "./beside"
import { isElsewhere, isListed } from "./listed"

const headings = "h1, h2, h3, [role=heading]"
const main = "h1, [role=heading][aria-level='1']"
const lesser = "h2, h3, h4, [role=heading]"
const crumbs = '[aria-label*="readcrumb"], .breadcrumb, .breadcrumbs, [class*="breadcrumb"], .crumbs'
const crumb = 'li, [class*="breadcrumb-item"], [class*="breadcrumb__item"]'
const dialogs = "dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog], .modal.show, .modal.in"

/**
 * What the page calls itself: its title, its visible main headings, those of the dialog that is open over it, and where its breadcrumb ends. Open
 * shadow roots (`roots`) are of the page.
 */
export function titleTexts(roots: readonly ShadowRoot[] = []): string[] {
  const all = [document, ...roots]
  const own = visibleTexts(main, 2, { within: all })
  // Without a main heading, the first of the others is, and those that have a number.
  const others = own.length > 0 ? [] : visibleTexts(lesser, 20, { within: all, wants: isOfPage })
  const first = [
    ...others.slice(0, 1),
    ...others
      .slice(1)
      .filter(text => /\d{3}/.test(text))
      .slice(0, 3),
  ]
  const asked = visibleTexts(`:is(${dialogs}) :is(${headings}, h4, h5)`, 2, { within: all })
  const title = self === top ? [document.title] : []
  return [...new Set([...title, ...own, ...first, ...asked, ...lastCrumb()].map(text => text.slice(0, 200)))].filter(
    Boolean,
  )
}

/** Headings that can be seen: a customer's name stands in one of them. At most 40. */
export function headingTexts(): string[] {
  const title = document.title.trim().slice(0, 120)
  return [...(title ? [title] : []), ...visibleTexts(headings, 30).map(text => text.slice(0, 120))]
}

/** Its last part, whether each has an element of its own or only a sign stands between them. */
function lastCrumb(): string[] {
  const trail = firstVisible(crumbs)
  const parts = trail ? [...trail.querySelectorAll(crumb)].filter(isVisible) : []
  const last = parts.at(-1) ?? trail
  // biome-ignore lint/performance/useDomNodeTextContent: as it is read
  const text = (last as HTMLElement | undefined)?.innerText?.replace(/\s+/g, " ").trim() ?? ""
  return [text.split(/[›»]|\s[/>·|]\s/).at(-1) ?? ""]
}

function isOfPage(element: Element): boolean {
  return !isListed(element) && !isElsewhere(element) && !isBeside(element)
}

type Where = { within?: readonly ParentNode[]; wants?: (element: Element) => boolean }

/** As it is read: words of two elements are not one word, and what is hidden in them is left out. */
function visibleTexts(selector: string, most: number, { within = [document], wants }: Where = {}): string[] {
  const texts: string[] = []
  for (const element of within.flatMap(root => [...root.querySelectorAll(selector)])) {
    if (texts.length >= most) break
    if (!isVisible(element) || isCovered(element) || wants?.(element) === false) continue
    // biome-ignore lint/performance/useDomNodeTextContent: textContent makes one word of two, and reads what is hidden
    const text = (element as HTMLElement).innerText?.replace(/\s+/g, " ").trim()
    if (text) texts.push(text.slice(0, 300))
  }
  return texts
}
