import { Problem } from "@casepost/shared/problems"
import { validate } from "uuid"

/** The last row of a page in a list ordered by time and id; `group` where the list is also divided (unread before read). */
export type Place = { at: Date; id: string; group?: boolean }

/** A place as an opaque cursor. */
export function writeCursor({ at, id, group }: Place): string {
  const parts = [at.getTime(), id, ...(group === undefined ? [] : [Number(group)])]
  return Buffer.from(parts.join(" ")).toString("base64url")
}

/** @throws Problem invalid for what no list of ours ever gave */
export function readCursor(cursor: string): Place {
  const [time = "", id = "", group, more] = Buffer.from(cursor, "base64url").toString().split(" ")
  // Within the years a `Date` and a timestamptz both know.
  const known = /^\d{1,14}$/.test(time) && validate(id) && (group === undefined || /^[01]$/.test(group))
  if (!known || more !== undefined) throw strangeCursor()
  return { at: new Date(Number(time)), id, ...(group === undefined ? {} : { group: group === "1" }) }
}

/** The last row of a page in a list ordered by a text and id; `order` names the order, which a cursor of another one does not fit. */
export type TextPlace = { order: string; key: string; id: string }

/** A place as an opaque cursor; within what `PageQuery` takes for keys of at most 60 characters. */
export function writeTextCursor({ order, key, id }: TextPlace): string {
  return Buffer.from(`${order} ${id} ${key}`).toString("base64url")
}

/** @throws Problem invalid for what this list never gave in this order */
export function readTextCursor(cursor: string, order: string): TextPlace {
  const [said, id = "", ...key] = Buffer.from(cursor, "base64url").toString().split(" ")
  if (said !== order || !validate(id) || key.length === 0 || key.join().includes("\0")) throw strangeCursor()
  return { order, id, key: key.join(" ") }
}

function strangeCursor(): Problem {
  const detail = "This cursor does not belong to this list. Begin again without one."
  return new Problem("invalid", `cursor: ${detail}`, { fields: [{ path: "cursor", detail }] })
}
