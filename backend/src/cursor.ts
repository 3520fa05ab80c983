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
  if (!known || more !== undefined)
    throw new Problem("invalid", "cursor: This cursor does not belong to this list. Begin again without one.", {
      fields: [{ path: "cursor", detail: "This cursor does not belong to this list. Begin again without one." }],
    })
  return { at: new Date(Number(time)), id, ...(group === undefined ? {} : { group: group === "1" }) }
}
