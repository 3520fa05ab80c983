import { count } from "drizzle-orm"
import { newId } from "../../columns.ts"
import type { House } from "../../context.ts"
import { organisations } from "../../organisations/tables.ts"
import { tokenFor } from "../../secrets.ts"
import { setupLinks } from "../tables.ts"

const hour = 60 * 60 * 1000

/** The one-time link (1 hour) that makes the first organisation; none where there is one already. */
export async function makeSetupLink(house: House): Promise<string | undefined> {
  const { config, database } = house
  const id = newId()
  const isFirst = await database.inScope({ role: "casepost_system" }, async tx => {
    const [found] = await tx.select({ organisations: count() }).from(organisations)
    if (found && found.organisations > 0) return false
    await tx.insert(setupLinks).values({ id, expiresAt: new Date(house.now().getTime() + hour) })
    return true
  })
  return isFirst ? `${config.publicUrl}/join/${id}.${tokenFor(config.secret, "setup", id)}` : undefined
}
