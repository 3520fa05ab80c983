import { Problem } from "@casepost/shared/problems"
import { and, eq, gt, isNull } from "drizzle-orm"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { isTokenFor } from "../../secrets.ts"
import { setupLinks } from "../tables.ts"

/** A link's `{id}.{token}` in its two parts. */
export function readJoinToken(joined: string): { id: string; token: string } | undefined {
  const [, id, token] = /^([0-9a-f-]{36})\.([\w-]{20,100})$/.exec(joined) ?? []
  return id && token ? { id, token } : undefined
}

/** The set-up link behind a token, if it is one. @throws Problem link-expired where it was used or is too old */
export async function findSetupLink(house: House, joined: string): Promise<{ id: string } | undefined> {
  const given = readJoinToken(joined)
  if (!given || !isTokenFor(house.config.secret, "setup", given)) return undefined
  const [link] = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx
      .select({ id: setupLinks.id })
      .from(setupLinks)
      .where(and(eq(setupLinks.id, given.id), isNull(setupLinks.usedAt), gt(setupLinks.expiresAt, house.now()))),
  )
  if (!link) throw setupExpired()
  return link
}

/**
 * Uses the link up, and with it those that earlier starts printed: they are for the first organisation only. Of two at the same moment
 * one succeeds. @throws Problem link-expired
 */
export async function spendSetupLink(tx: Transaction, id: string, now: Date): Promise<void> {
  const used = await tx
    .update(setupLinks)
    .set({ usedAt: now })
    .where(and(isNull(setupLinks.usedAt), gt(setupLinks.expiresAt, now)))
    .returning({ id: setupLinks.id })
  if (!used.some(link => link.id === id)) throw setupExpired()
}

function setupExpired(): Problem {
  return new Problem(
    "link-expired",
    "This set-up link was used already or is older than an hour. Start the server again: it prints a new one while there is no organisation.",
  )
}
