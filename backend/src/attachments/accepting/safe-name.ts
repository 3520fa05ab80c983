import { hasControlCharacters } from "@casepost/shared/contract"

const mostCharacters = 200
/** Marks that turn the reading direction: `invoice‮fdp.exe` shows as `invoiceexe.pdf`. And characters without width. */
const unseen = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Not allowed in file names on Windows. */
const reserved = /[<>:"|?*]/g

/** A file's own name made safe for headers and disks: no path, no control characters, nothing that turns its reading direction. */
export function safeName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const visible = [...last.replace(unseen, "")].filter(character => !hasControlCharacters(character)).join("")
  const name = visible.replace(reserved, "_").replace(/^[\s.]+|[\s.]+$/g, "")
  return shortened(name) || "file"
}

/** What stands behind the last dot, in lower case; empty without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".")
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase()
}

function shortened(name: string): string {
  if (name.length <= mostCharacters) return name
  const extension = extensionOf(name).slice(0, 12)
  // Never half of a character that takes two units.
  const rest = name.slice(0, mostCharacters - extension.length - 1).replace(/[\ud800-\udbff]$/, "")
  return extension ? `${rest}.${extension}` : rest
}
