import { Problem } from "@casepost/shared/problems"
import { and, eq, isNull, lt } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { idempotencyKeys } from "./tables.ts"

type Once = { key: string; deed: string; bodyHash: string }

/** Seconds after which a claim without an answer counts as left by a process that died. */
const claimSeconds = 60

/**
 * Does `work` once for an actor's `Idempotency-Key` and gives every replay the first answer. The key is claimed in a transaction of its own
 * before the work begins, so of two requests at the same moment one waits outside; a refusal gives the key free again. `work` may keep
 * its answer within its own transaction (`rememberAnswer`).
 * @throws Problem idempotency-mismatch for another deed or body under the key; in-progress
 */
export async function answerOnce<Result>(
  context: Context,
  once: Once,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const earlier = await claim(context, once)
  if (earlier) return earlier.answer as Result
  const rememberAnswer = async (tx: Transaction, answer: unknown) => {
    await tx
      .update(idempotencyKeys)
      .set({ status: 200, answer: answer ?? null })
      .where(rowOf(context, once))
  }
  const answer = await work({ ...context, rememberAnswer }).catch(async error => {
    await release(context, once)
    throw error
  })
  await context.transaction(tx => rememberAnswer(tx, answer))
  return answer
}

/** The earlier answer; none: the key is ours now. */
async function claim(context: Context, once: Once): Promise<{ answer: unknown } | undefined> {
  const { organisationId } = context
  const createdAt = context.now()
  return context.transaction(async tx => {
    const mine = { organisationId, actor: actorName(context), ...once, createdAt }
    const made = await tx.insert(idempotencyKeys).values(mine).onConflictDoNothing().returning()
    if (made.length > 0) return undefined
    const [row] = await tx.select().from(idempotencyKeys).where(rowOf(context, once))
    const isFree = row?.bodyHash === released.bodyHash
    if (row && !isFree && (row.deed !== once.deed || row.bodyHash !== once.bodyHash))
      throw new Problem(
        "idempotency-mismatch",
        "This Idempotency-Key was used for another request. Use a new key for a new request.",
      )
    if (row?.status) return { answer: row.answer }
    const abandoned = new Date(createdAt.getTime() - claimSeconds * 1000)
    const taken = await tx
      .update(idempotencyKeys)
      .set({ createdAt, deed: once.deed, bodyHash: once.bodyHash })
      .where(and(rowOf(context, once), isNull(idempotencyKeys.status), lt(idempotencyKeys.createdAt, abandoned)))
      .returning()
    if (taken.length > 0) return undefined
    throw new Problem("in-progress", "The same request is still being worked on. Ask again in a moment.", {
      retryAfter: 2,
    })
  })
}

/** A claim given back. It is not deleted, because the portal's role may delete nothing here. */
const released = { deed: "", bodyHash: "", createdAt: new Date(0) }

/** Best effort: where even this fails, the claim is free again after a minute. */
async function release(context: Context, once: Once): Promise<void> {
  await context
    .transaction(tx =>
      tx
        .update(idempotencyKeys)
        .set(released)
        .where(and(rowOf(context, once), isNull(idempotencyKeys.status))),
    )
    .catch(() => context.log({ level: "warn", what: "idempotency key not released", requestId: context.requestId }))
}

function rowOf(context: Context, once: Once) {
  return and(
    eq(idempotencyKeys.organisationId, context.organisationId),
    eq(idempotencyKeys.actor, actorName(context)),
    eq(idempotencyKeys.key, once.key),
  )
}

function actorName({ actor }: Context): string {
  if (actor.kind === "user") return `user:${actor.userId}`
  if (actor.kind === "api-key") return `api-key:${actor.keyId}`
  return actor.kind === "customer" ? `customer:${actor.customerId}` : actor.kind
}
