import { and, inArray, isNotNull } from "drizzle-orm"
import * as z from "zod"
import type { House } from "../../context.ts"
import type { Provider, ProviderAnswer } from "../provider/call-provider.ts"
import { mails } from "../tables.ts"
import type { ClaimedBatch } from "./claim-batch.ts"
import type { MailResult } from "./settle-batch.ts"

/** Makes one paced request. */
export type Ask = (call: (provider: Provider) => Promise<ProviderAnswer>) => Promise<ProviderAnswer>

const mostPages = 50
const slack = 300_000

const Listed = z.object({
  has_more: z.boolean().optional(),
  data: z.array(
    z.object({ id: z.string(), message_id: z.string().nullish(), to: z.array(z.string()), created_at: z.string() }),
  ),
})
const Retrieved = z.object({ tags: z.array(z.object({ name: z.string(), value: z.string() })).nullish() })

/**
 * Finds out what became of mails whose request is too old to be tried again: by webhooks that named them, else in the provider's own list,
 * by our tag. What is found nowhere is not known: a person decides, it is never sent again by itself. None: the provider did not answer.
 */
export async function askProvider(house: House, ask: Ask, batch: ClaimedBatch): Promise<MailResult[] | undefined> {
  const found = await knownByWebhook(house, batch)
  const missing = () => batch.mails.filter(mail => !found.has(mail.mailId))
  const since = batch.firstTriedAt.getTime() - slack
  let after: string | undefined
  for (let page = 0; page < mostPages && missing().length > 0; page += 1) {
    const answer = await ask(provider => provider.list(after))
    if (answer.status === null || answer.status >= 500 || answer.status === 429) return undefined
    const listed = Listed.safeParse(answer.data)
    if (!listed.success) break
    for (const one of listed.data.data) {
      if (timeOf(one.created_at) < since) continue
      const named = missing().find(mail => one.message_id?.includes(mail.mailId))
      if (named) found.set(named.mailId, one.id)
      else if (missing().some(mail => one.to.includes(mail.address))) {
        const mailId = await readTag(ask, one.id)
        if (mailId && missing().some(mail => mail.mailId === mailId)) found.set(mailId, one.id)
      }
    }
    const last = listed.data.data.at(-1)
    if (!last || !listed.data.has_more || timeOf(last.created_at) < since) break
    after = last.id
  }
  return batch.mails.map(({ mailId }) => {
    const accepted = found.get(mailId)
    return accepted ? { mailId, accepted } : { mailId, unknown: true }
  })
}

async function knownByWebhook(house: House, batch: ClaimedBatch): Promise<Map<string, string>> {
  const ids = batch.mails.map(mail => mail.mailId)
  const rows = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx
      .select({ id: mails.id, providerId: mails.providerId })
      .from(mails)
      .where(and(inArray(mails.id, ids), isNotNull(mails.providerId))),
  )
  return new Map(rows.map(row => [row.id, row.providerId ?? ""]))
}

async function readTag(ask: Ask, id: string): Promise<string | undefined> {
  const { data } = await ask(provider => provider.retrieve(id))
  const retrieved = Retrieved.safeParse(data)
  return retrieved.data?.tags?.find(tag => tag.name === "mail_id")?.value
}

/** Resend writes times as Postgres does: `2026-04-03 22:13:42.674981+00`. */
function timeOf(text: string): number {
  return Date.parse(text.replace(" ", "T").replace(/\+00$/, "Z"))
}
