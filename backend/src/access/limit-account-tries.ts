import { normaliseAddress } from "@casepost/shared/addresses"
import { sql } from "drizzle-orm"
import type { House } from "../context.ts"
import { rowsOf } from "../database.ts"
import { hash } from "../secrets.ts"

/** Sign-in tries a minute at one e-mail address, from wherever they come. */
const mostTries = 15
const windowMs = 60_000

/**
 * Counts a try to sign in at an address, whether or not anybody has it: guessing one person's password from many networks is slow too.
 * Gives the seconds to wait when there were too many.
 */
export async function limitAccountTries(house: House, email: string): Promise<number | undefined> {
  const key = `account:${hash(normaliseAddress(email))}`
  const now = house.now().getTime()
  const rows = rowsOf<{ count: number; since: string | number }>(
    await house.database.owner.execute(sql`
      insert into rate_limits (id, key, count, last_request) values (gen_random_uuid(), ${key}, 1, ${now})
      on conflict (key) do update set
        count = case when rate_limits.last_request < ${now - windowMs} then 1 else rate_limits.count + 1 end,
        last_request = case when rate_limits.last_request < ${now - windowMs} then ${now} else rate_limits.last_request end
      returning count, last_request as since`),
  )
  const [row] = rows
  if (!row || row.count <= mostTries) return undefined
  return Math.max(1, Math.ceil((Number(row.since) + windowMs - now) / 1000))
}
