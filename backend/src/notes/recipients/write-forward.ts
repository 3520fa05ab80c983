import { newId } from "../../columns.ts"
import { type Context, doerOf } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { noteForwards, noteRecipients } from "../tables.ts"
import type { NotePerson } from "./resolve-note-recipients.ts"

export type Forward = {
  noteId: string
  /** With the note itself, or later from its three dots. */
  kind: "written" | "forwarded"
  people: readonly NotePerson[]
}

/** Hands a note over to the dispatcher: one row an address, held until it takes them. An address that takes no mail says so at once. */
export async function writeForward(
  context: Context,
  tx: Transaction,
  { noteId, kind, people }: Forward,
): Promise<void> {
  if (people.length === 0) return
  const { organisationId } = context
  const by = doerOf(context.actor)
  const id = newId()
  const at = context.now()
  await tx.insert(noteForwards).values({
    id,
    organisationId,
    noteId,
    kind,
    byUserId: by.userId,
    byName: by.name,
    createdAt: at,
  })
  await tx.insert(noteRecipients).values(
    people.map(({ suppressed, confirmed: _, ...person }, position) => ({
      organisationId,
      forwardId: id,
      ...person,
      state: suppressed ? "suppressed" : "held",
      stateAt: at,
      reason: suppressed,
      position,
    })),
  )
}
