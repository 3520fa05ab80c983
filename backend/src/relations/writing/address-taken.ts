import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { describeRelations } from "../describe-relations.ts"
import { relations } from "../tables.ts"

/** Says which relation has an address already, and where that one can be chosen; nothing where none has it. */
export async function addressTaken(tx: Transaction, address: string): Promise<(Problem & { by: string }) | undefined> {
  const [owner] = await describeRelations(tx, await tx.select().from(relations).where(eq(relations.address, address)))
  if (!owner) return undefined
  const places = owner.administrations.map(administration => administration.name)
  const where =
    places.length === 0
      ? "It is not available anywhere yet: choose its administrations instead of adding it again."
      : `It is available in ${places.slice(0, 5).join(", ")}${places.length > 5 ? ` and ${places.length - 5} more` : ""}.`
  const detail = `${address} is already the address of the relation “${owner.name}”. ${where}`
  const problem = new Problem("already-exists", detail, { fields: [{ path: "address", detail }] })
  return Object.assign(problem, { by: owner.id })
}
