import type { CaseRef } from "@casepost/shared/cases"
import { rollUp } from "../cases/roll-up.ts"
import type { Transaction } from "../database.ts"
import { entries } from "./tables.ts"

/** What stands in a timeline. */
export type Thing = {
  kind: "message" | "note"
  id: string
  organisationId: string
  administrationId: string
  caseRef: CaseRef
  at: Date
}

/** Puts a message or note into the timelines of its case and of every case above it, in the writer's own transaction. */
export async function addEntry(tx: Transaction, thing: Thing): Promise<void> {
  const shownUnder = await rollUp(tx, thing.caseRef)
  // Nothing is asked back: the portal's role may add entries and read none.
  await tx.insert(entries).values(
    shownUnder.map(({ kind, id }) => ({
      organisationId: thing.organisationId,
      administrationId: thing.administrationId,
      caseKind: kind,
      caseId: id,
      thingKind: thing.kind,
      thingId: thing.id,
      at: thing.at,
    })),
  )
}
