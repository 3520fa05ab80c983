export type NamedAdministration = { id: string; name: string }

/** What a cell of the file says about administrations: those it names, and the names that are nobody's. */
export type ReadAdministrations = { named: NamedAdministration[]; unknown: string[]; written: string[] }

/** Reads cells that name administrations, divided by `;` or `|`; a name may hold these signs itself, then the longest name counts. */
export function administrationReader(
  administrations: readonly NamedAdministration[],
): (cell: string) => ReadAdministrations {
  const exact = new Map(administrations.map(one => [onOneLine(one.name), one]))
  const byLetters = Map.groupBy(administrations, one => folded(one.name))
  const find = (text: string) => {
    const alike = byLetters.get(folded(text)) ?? []
    return exact.get(onOneLine(text)) ?? (alike.length === 1 ? alike[0] : undefined)
  }
  const mostSigns = Math.max(0, ...administrations.map(one => one.name.match(/[;|]/g)?.length ?? 0))
  return cell => {
    const read: ReadAdministrations = { named: [], unknown: [], written: [] }
    // Parts and the signs between them take turns.
    const parts = cell.split(/([;|])/)
    for (let at = 0; at < parts.length; ) {
      const candidates = Array.from({ length: mostSigns + 1 }, (_, signs) => at + 1 + 2 * (mostSigns - signs))
      const end = candidates.find(one => one <= parts.length && find(parts.slice(at, one).join(""))) ?? at + 1
      add(read, parts.slice(at, end).join("").trim(), find)
      at = end + 1
    }
    return read
  }
}

/** Unknown names that are told of one cell: a cell that is full of them is one mistake. */
const mostUnknown = 10

function add(read: ReadAdministrations, text: string, find: (text: string) => NamedAdministration | undefined): void {
  if (!text) return
  const found = find(text)
  if (found && !read.named.includes(found)) read.named.push(found)
  if (!found && read.unknown.length >= mostUnknown) return
  read.written.push(text)
  if (!found) read.unknown.push(text)
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

function folded(text: string): string {
  return onOneLine(text).normalize("NFC").toLowerCase()
}
