import { DateOnly, Moment } from "@casepost/shared/contract"
import type { overviewSorts } from "@casepost/shared/overviews"
import { Problem } from "@casepost/shared/problems"
import { validate } from "uuid"
import * as z from "zod"

type Sort = (typeof overviewSorts)[number]
export type Order = { sort: Sort; descending: boolean }
/** The last row of a page: its value in the order, as text (null stands behind all others), then its number and id. */
export type OverviewPlace = { value: string | null; number: string; id: string }

const text = z.string().refine(given => !given.includes("\0"))
const values: Record<Sort, z.ZodType<string | null>> = {
  number: z.null(),
  customer: text,
  open: z.string().regex(/^-?\d{1,18}$/),
  due: DateOnly.nullable(),
  overdue: DateOnly.nullable(),
  "last-message": Moment.nullable(),
}

export function writeOverviewCursor({ sort, descending }: Order, { value, number, id }: OverviewPlace): string {
  return Buffer.from(JSON.stringify([sort, descending, value, number, id])).toString("base64url")
}

/** @throws Problem invalid for what this list never gave in this order */
export function readOverviewCursor(cursor: string, { sort, descending }: Order): OverviewPlace {
  const shape = z.tuple([
    z.literal(sort),
    z.literal(descending),
    values[sort],
    text,
    z.string().refine(id => validate(id)),
  ])
  const read = shape.safeParse(parsed(cursor))
  if (!read.success) {
    const detail = "This cursor does not belong to this list. Begin again without one."
    throw new Problem("invalid", `cursor: ${detail}`, { fields: [{ path: "cursor", detail }] })
  }
  const [, , value, number, id] = read.data
  return { value, number, id }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString())
  } catch {
    return undefined
  }
}
