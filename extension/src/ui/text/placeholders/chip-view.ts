import { type PlaceholderName, placeholders } from "@casepost/shared/placeholders"
import { classNames } from "../../class-names"
import { words } from "../../words"
import { inBraces, readInside } from "./placeholder-text"
import styles from "./placeholders.module.css"

/** The value of each placeholder for the case at hand. */
export type PlaceholderValues = (name: PlaceholderName) => string | undefined

type Shown = { look: "name" | "value" | "missing" | "unknown"; text: string; quiet?: string; said: string }

/** What a chip shows: its name, or with `values` the value, its fallback, or that it is missing. */
export function chipShows(inside: string, values: PlaceholderValues | undefined): Shown {
  const { name, fallback } = readInside(inside)
  const say = words.placeholders
  if (!name) return { look: "unknown", text: inBraces(inside), said: say.unknown(inBraces(inside)) }
  const label = placeholders[name]
  if (!values)
    return {
      look: "name",
      text: label,
      ...(fallback ? { quiet: say.or(fallback) } : {}),
      said: fallback ? `${say.chip(label)} ${say.or(fallback)}` : say.chip(label),
    }
  const value = values(name) ?? fallback
  if (value === undefined) return { look: "missing", text: say.missing(label), said: say.missing(label) }
  return { look: "value", text: value, said: say.filled(label, value) }
}

/** Draws a chip into its element; called again whenever its text or a value changed. */
export function drawChip(element: HTMLElement, inside: string, values: PlaceholderValues | undefined): void {
  const { look, text, quiet, said } = chipShows(inside, values)
  element.className = classNames(styles.chip, styles[look])
  element.setAttribute("role", "button")
  element.setAttribute("aria-haspopup", "dialog")
  element.setAttribute("aria-label", said)
  element.title = said
  element.dataset.look = look
  element.replaceChildren(document.createTextNode(text))
  if (!quiet) return
  const after = document.createElement("span")
  after.className = styles.fallback ?? ""
  after.textContent = ` ${quiet}`
  element.append(after)
}

/** Opens the first chip of a text that holds a message back: missing, or no placeholder at all. @returns false where there is none */
export function openHeldChip(text: HTMLElement): boolean {
  const chip = text.querySelector<HTMLElement>("[data-look=missing], [data-look=unknown]")
  chip?.scrollIntoView({ block: "center" })
  chip?.click()
  return chip !== null
}
