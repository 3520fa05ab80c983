import { isVisible } from "../visible"

const headings = "h1, h2, h3, [role=heading]"
const crumbs = '[aria-label*="readcrumb"], .breadcrumb, .breadcrumbs, [class*="breadcrumb"], .crumbs'

/** What the page calls itself: its title, its visible main headings, and where its breadcrumb ends. */
export function titleTexts(): string[] {
  const main = visibleTexts("h1, [role=heading][aria-level='1']", 2)
  const trail = visibleTexts(crumbs, 1).map(text => text.split(/[›»]|\s[/>·|]\s/).at(-1) ?? "")
  const title = self === top ? [document.title] : []
  return [...title, ...main, ...trail].map(text => text.slice(0, 200)).filter(Boolean)
}

/** Headings that can be seen: a customer's name stands in one of them. At most 40. */
export function headingTexts(): string[] {
  const title = document.title.trim().slice(0, 120)
  return [...(title ? [title] : []), ...visibleTexts(headings, 30).map(text => text.slice(0, 120))]
}

/** As it is read: words of two elements are not one word, and what is hidden in them is left out. */
function visibleTexts(selector: string, most: number): string[] {
  const texts: string[] = []
  for (const element of document.querySelectorAll(selector)) {
    if (texts.length >= most) break
    if (!isVisible(element)) continue
    // biome-ignore lint/performance/useDomNodeTextContent: textContent makes one word of two, and reads what is hidden
    const text = (element as HTMLElement).innerText?.replace(/\s+/g, " ").trim()
    if (text) texts.push(text.slice(0, 300))
  }
  return texts
}
