import { eq } from "drizzle-orm"
import type { House } from "../../context.ts"
import { authorOf } from "../author-of.ts"
import { checkCases } from "../checking/check-cases.ts"
import { bulkMessages } from "../tables.ts"
import { rowOf } from "./bulk-worker.ts"

/** Milliseconds of one go. */
const lookFor = 100

/** Looks at further cases of a bulk message that is being written, as its author may. Gives whether there was something to look at. */
export async function lookFurther(house: House, of: { id: string; organisationId: string }): Promise<boolean> {
  const author = await authorOf(house, await rowOf(house, of))
  return author.transaction(async tx => {
    const [bulk] = await tx
      .select()
      .from(bulkMessages)
      .where(eq(bulkMessages.id, of.id))
      .for("update", { skipLocked: true })
    if (bulk?.state !== "writing" || bulk.checkedTo >= bulk.total) return false
    await checkCases(author, tx, { bulk, milliseconds: lookFor })
    return true
  })
}
