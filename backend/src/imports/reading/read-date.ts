/** How a file writes days and months where both readings are possible. */
export type DateOrder = "day-first" | "month-first"

/** A date as `2026-10-17`, from `17-10-2026`, `17/10/26`, `17.10.2026`, `2026-10-17` or `20261017`, a time after it left out. Nothing where there is no such day. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const parts = partsOf(text)
  if (!parts) return undefined
  if ("year" in parts) return asDate(parts.year, parts.month, parts.day)
  const { first, second, last } = parts
  const monthFirst = second > 12 || (first <= 12 && order === "month-first")
  return monthFirst ? asDate(last, first, second) : asDate(last, second, first)
}

/** What one date shows of its file's order. */
export function dateEvidence(text: string): DateOrder | undefined {
  const parts = partsOf(text)
  if (!parts || "year" in parts) return undefined
  if (parts.first > 12 && parts.second <= 12) return "day-first"
  return parts.second > 12 && parts.first <= 12 ? "month-first" : undefined
}

type Parts = { year: number; month: number; day: number } | { first: number; second: number; last: number }

function partsOf(text: string): Parts | undefined {
  const bare = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, "")
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const other = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(bare)
  if (!other) return undefined
  const year = Number(other[4])
  return { first: Number(other[1]), second: Number(other[3]), last: year < 100 ? 2000 + year : year }
}

function asDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
