import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../database.ts"

export type MatchedInvoice = { id: string; number: string }
type Match = MatchedInvoice | { refused: string }
type Known = MatchedInvoice & { found: string }

/** Words of a number at most; and characters, as numbers have. */
const [mostWords, mostCharacters] = [8, 64]

/**
 * Which invoice of an administration each file is named after, in one query. A number counts only as whole words: as it is written before
 * one in another notation (`VF 2026_04183`), a longer one before a shorter; the file's own name before its folders'. Several that fit
 * equally are not chosen between.
 */
export async function matchInvoices(
  tx: Transaction,
  { administrationId, names }: { administrationId: string; names: readonly string[] },
): Promise<Map<string, Match>> {
  const wanted = new Set(names.flatMap(name => partsOf(name).flatMap(part => runsOf(part))))
  const known = Map.groupBy(await findInvoices(tx, administrationId, [...wanted]), one => one.found)
  return new Map(names.map(name => [name, matchOf(name, known)]))
}

function matchOf(name: string, known: Map<string, Known[]>): Match {
  for (const part of partsOf(name)) {
    const fitting = runsOf(part).flatMap(run => known.get(run) ?? [])
    if (fitting.length === 0) continue
    const written = fitting.filter(one => isWritten(one.number, part))
    const among = written.length > 0 ? written : fitting
    const longest = Math.max(...among.map(one => one.found.length))
    const best = new Map(among.filter(one => one.found.length === longest).map(one => [one.id, one]))
    const [only, other] = best.values()
    if (only && !other) return { id: only.id, number: only.number }
    const numbers = [...best.values()]
      .map(one => one.number)
      .sort()
      .slice(0, 5)
    return { refused: `Several invoices fit its name: ${numbers.join(", ")}.` }
  }
  return { refused: "No invoice of this administration has a number that is in its name." }
}

/** The file's own name without its ending, then its folders from the nearest. */
function partsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .replace(/\.[^./]{1,5}$/, "")
    .split("/")
    .reverse()
}

/** What a number may be written as: neighbouring words, joined, with a digit in them. */
function runsOf(part: string): string[] {
  const words = part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const runs: string[] = []
  for (let from = 0; from < words.length && from < 40; from++) {
    let run = ""
    for (const word of words.slice(from, from + mostWords)) {
      run += word
      if (run.length > mostCharacters) break
      if (/\p{N}/u.test(run)) runs.push(run)
    }
  }
  return runs
}

/** Whether a number stands in a name just so, and not as a piece of a longer word. */
function isWritten(number: string, part: string): boolean {
  const [text, sought] = [part.toLowerCase(), number.normalize("NFC").toLowerCase()]
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + sought.length])) return true
  return false
}

/** Numbers compare as case search compares them: in any case and punctuation. */
async function findInvoices(tx: Transaction, administrationId: string, runs: string[]): Promise<Known[]> {
  if (runs.length === 0) return []
  return rowsOf<Known>(
    await tx.execute(sql`
      select f.found, i.id::text as id, i.number
      from casepost_find_invoices(array(select jsonb_array_elements_text(${JSON.stringify(runs)}::text::jsonb)), ${administrationId}) f
      join invoices i on i.id = f.invoice_id`),
  )
}
