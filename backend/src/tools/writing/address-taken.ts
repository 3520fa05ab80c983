import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { tools } from "../tables.ts"

/** Says which tool has an address already; nothing where none has it. */
export async function addressTaken(tx: Transaction, address: string): Promise<(Problem & { by: string }) | undefined> {
  const [owner] = await tx.select({ id: tools.id, name: tools.name }).from(tools).where(eq(tools.address, address))
  if (!owner) return undefined
  const detail = `${address} is already the address of the tool “${owner.name}”. Change that one instead of adding it again.`
  return Object.assign(new Problem("already-exists", detail, { fields: [{ path: "address", detail }] }), {
    by: owner.id,
  })
}
