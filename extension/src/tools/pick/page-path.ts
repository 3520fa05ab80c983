import { readToolAddress } from "@casepost/shared/tool-addresses"

/**
 * The kind of page an address is, from one page of that kind: path, query and fragment under the tool's address, with `*` where something
 * changes from page to page: `/invoices/*`, `/card.php?id=*`, `/#/invoices/*`. The query counts only where the path alone does not name a
 * record. `numbers`: what was read there, which changes whatever it looks like.
 */
export function pagePath(address: string, page: string, numbers: readonly string[]): string {
  const url = new URL(page)
  const under = readToolAddress(address).path.length
  const changes = (part: string) => isChanging(decoded(part), numbers)
  const segments = url.pathname.split("/").filter(Boolean).slice(under)
  const path = `/${segments.map(part => (changes(part) ? "*" : part)).join("/")}`
  if (/^#!?\//.test(url.hash)) {
    const [route = ""] = url.hash.split("?")
    return `${path}${route
      .split("/")
      .map(part => (changes(part) ? "*" : part))
      .join("/")}`
  }
  return path.includes("*") ? path : `${path}${queryOf(url, changes)}`
}

/** What a query says besides the page: how it is shown, where one came from. */
const passing =
  /^(tab|page|p|offset|limit|sort|order|dir|search|q|lang|locale|ref|from|back|return.*|token|_.*|utm_.*)$/i

function queryOf(url: URL, changes: (part: string) => boolean): string {
  const kept = [...url.searchParams].filter(([name, value]) => value !== "" && !passing.test(name))
  const text = kept.map(([name, value]) => `${name}=${changes(value) ? "*" : encodeURIComponent(value)}`).join("&")
  return text ? `?${text}` : ""
}

/** Numbers, uuids and other ids, and whatever holds the number itself: never words such as `invoices` or `v2`. */
function isChanging(part: string, numbers: readonly string[]): boolean {
  const plain = bare(part)
  if (numbers.some(number => bare(number).length > 2 && plain.includes(bare(number)))) return true
  if (/^\d+$/.test(part)) return true
  if ((part.match(/\d/g) ?? []).length >= 3) return true
  return (
    /^[0-9a-f]{12,}$/i.test(plain) || (/^[A-Za-z0-9_-]{10,}$/.test(part) && /[a-z][A-Z].*\d|\d.*[a-z][A-Z]/.test(part))
  )
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
