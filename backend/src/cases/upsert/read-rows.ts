import type { RowOutcome } from "@casepost/shared/case-rows"

/** A row of a request that is right, at its place. */
export type Placed<Row> = { index: number; row: Row }

/** What reading one row can give, as zod says it. */
type Issues = { issues: { path: PropertyKey[]; message: string }[] }
type RowShape<Row> = {
  safeParse: (given: unknown) => { success: true; data: Row } | { success: false; error: Issues }
}

/** Reads each row alone: one that is not right, or whose number came before in the same request, is refused with its reason. */
export function readRows<Row extends { number: string }>(
  shape: RowShape<Row>,
  rows: readonly unknown[],
): { good: Placed<Row>[]; refused: RowOutcome[] } {
  const good: Placed<Row>[] = []
  const refused: RowOutcome[] = []
  const places = new Map<string, number>()
  for (const [index, given] of rows.entries()) {
    const read = shape.safeParse(given)
    if (!read.success) {
      refused.push(refusal({ index, number: numberOf(given) }, reasonOf(read.error)))
      continue
    }
    const earlier = places.get(read.data.number)
    if (earlier !== undefined) {
      refused.push(refusal({ index, number: read.data.number }, `Row ${earlier} of this request has the same number.`))
      continue
    }
    places.set(read.data.number, index)
    good.push({ index, row: read.data })
  }
  return { good, refused }
}

export function refusal({ index, number }: { index: number; number: string }, detail: string): RowOutcome {
  return { index, number, id: null, outcome: "refused", detail }
}

function reasonOf(error: Issues): string {
  const reasons = error.issues.map(issue => `${issue.path.join(".") || "The row"}: ${issue.message}`)
  return reasons.slice(0, 5).join(" ")
}

function numberOf(given: unknown): string {
  const number = (given as { number?: unknown } | null)?.number
  return typeof number === "string" ? number.slice(0, 64) : ""
}
