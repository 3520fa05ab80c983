import * as z from "zod"
import type { House } from "../context.ts"
import type { Lease } from "./lease.ts"
import { type Ask, askProvider } from "./sending/ask-provider.ts"
import type { ClaimedBatch } from "./sending/claim-batch.ts"
import { FileGone, fillBody } from "./sending/fill-body.ts"
import { readVerdict, type Verdict } from "./sending/read-verdict.ts"
import { type MailResult, postponeBatch, settleBatch, splitBatch } from "./sending/settle-batch.ts"

/** Reading a file may fail for a moment (S3); after so many tries it is gone. */
const triesForFiles = 5

/**
 * Sends one claimed request and writes down what became of it. The answer's meaning for the account (a pause, a wait) is given back. If the
 * process dies anywhere in between, the same bytes go again under the same key.
 */
export async function sendBatch(
  house: House,
  lease: Lease,
  { batch, ask }: { batch: ClaimedBatch; ask: Ask },
): Promise<Verdict | undefined> {
  if (batch.tooOld) return resolve(house, lease, { batch, ask, error: "The provider has forgotten the key." })
  let body: Awaited<ReturnType<typeof fillBody>>
  try {
    body = await fillBody(house, batch)
  } catch (error) {
    if (!(error instanceof FileGone)) throw error
    await withoutFile(house, lease, batch, error)
    return undefined
  }
  const { kind, idempotencyKey } = batch
  const answer = await ask(provider => provider.send({ kind, body, idempotencyKey }))
  const verdict = readVerdict(answer, { tries: batch.tries, now: house.now() })
  if (verdict.kind === "accepted") {
    const results = readResults(batch, verdict.data)
    if (results) await settleBatch(house, lease, { batch, results })
    else
      await postponeBatch(house, lease, { batch, certain: false, wait: 60_000, error: "The answer could not be read." })
  } else if (verdict.kind === "refused") await refuse(house, lease, { batch, message: verdict.message })
  else if (verdict.kind === "unclear") await resolve(house, lease, { batch, ask, error: verdict.message })
  else
    await postponeBatch(house, lease, { batch, certain: verdict.certain, wait: verdict.wait, error: verdict.message })
  return verdict
}

const One = z.object({ id: z.string() })
const Many = z.object({
  data: z.array(One),
  errors: z.array(z.object({ index: z.number().int(), message: z.string() })).nullish(),
})

/** Ids come in the order of the request; in a permissive batch those that were refused are left out of them and named by index. */
function readResults(batch: ClaimedBatch, data: unknown): MailResult[] | undefined {
  if (batch.kind === "single") {
    const one = One.safeParse(data)
    return one.success ? batch.mails.map(({ mailId }) => ({ mailId, accepted: one.data.id })) : undefined
  }
  const many = Many.safeParse(data)
  if (!many.success) return undefined
  const errors = new Map(many.data.errors?.map(error => [error.index, error.message]))
  if (many.data.data.length + errors.size !== batch.mails.length) return undefined
  const ids = many.data.data.values()
  return batch.mails.map(({ mailId }, index) => {
    const refused = errors.get(index)
    return refused === undefined ? { mailId, accepted: ids.next().value?.id ?? "" } : { mailId, refused }
  })
}

async function refuse(house: House, lease: Lease, { batch, message }: { batch: ClaimedBatch; message: string }) {
  if (batch.mails.length > 1) return splitBatch(house, lease, { batch, error: message })
  const results = batch.mails.map(({ mailId }) => ({ mailId, refused: message }))
  return settleBatch(house, lease, { batch, results, error: message })
}

async function resolve(
  house: House,
  lease: Lease,
  { batch, ask, error }: { batch: ClaimedBatch; ask: Ask; error: string },
): Promise<undefined> {
  const results = await askProvider(house, ask, batch)
  const askedLongEnough = house.now().getTime() - batch.firstTriedAt.getTime() > 25 * 3_600_000
  if (results) await settleBatch(house, lease, { batch, results, error })
  else if (!askedLongEnough) await postponeBatch(house, lease, { batch, certain: false, wait: 60_000, error })
  else {
    const unknown = batch.mails.map(({ mailId }) => ({ mailId, unknown: true as const }))
    await settleBatch(house, lease, { batch, results: unknown, error })
  }
}

async function withoutFile(house: House, lease: Lease, batch: ClaimedBatch, problem: FileGone): Promise<void> {
  house.log({ level: "error", what: "attachment not read", batchId: batch.id, error: problem.message })
  const error = "An attachment could not be read."
  if (batch.tries < triesForFiles) return postponeBatch(house, lease, { batch, certain: true, wait: 2_000, error })
  // An earlier try may have been accepted: then it is not a refusal.
  const results = batch.mails.map(({ mailId }) =>
    batch.triedBefore ? { mailId, unknown: true as const } : { mailId, refused: error },
  )
  return settleBatch(house, lease, { batch, results, error })
}
