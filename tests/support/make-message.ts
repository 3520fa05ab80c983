/** Messages as `send-message` leaves them behind for the dispatcher, many at a time. */
import { attachments } from "@casepost/backend/attachments/tables"
import { newId } from "@casepost/backend/columns"
import type { House } from "@casepost/backend/context"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { hash } from "@casepost/backend/secrets"
import { makeCustomer, makeInvoice, type World } from "./make.ts"

type RecipientRow = Partial<typeof recipients.$inferInsert>
export type MadeMessage = {
  messageId: string
  attemptId: string
  recipientIds: string[]
  customerId: string
  invoiceId: string
}

/** A customer with one invoice to write about. */
export async function makeCase(house: House, world: World, address: string | null = "info@jansen.example") {
  const customer = await makeCustomer(house, world, { address })
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  return { customerId: customer.id, invoiceId: invoice.id, invoiceNumber: invoice.number }
}

type Case = { customerId: string; invoiceId: string }
type Wanted = {
  to?: RecipientRow[]
  message?: Partial<typeof messages.$inferInsert>
  attempt?: Partial<typeof attempts.$inferInsert>
  /** Text of a file attached to each. */
  file?: string
}

/** `count` messages about one case, due now unless told otherwise. */
export async function makeMessages(
  house: House,
  world: World,
  input: { of: Case; count?: number } & Wanted,
): Promise<MadeMessage[]> {
  const { of, count = 1 } = input
  const { organisationId, administrationId } = world
  const actor = world.standard.actor as { userId: string; name: string }
  const made = Array.from({ length: count }, () => ({
    messageId: newId(),
    attemptId: newId(),
    ...of,
    recipientIds: [] as string[],
  }))
  const db = house.database.owner
  await db.insert(messages).values(
    made.map(({ messageId }, index) => ({
      id: messageId,
      organisationId,
      administrationId,
      customerId: of.customerId,
      caseKind: "invoice",
      caseId: of.invoiceId,
      direction: "outgoing",
      authorUserId: actor.userId,
      authorName: actor.name,
      subject: `Invoice VF-2026-04183 is still open (${index})`,
      bodyHtml: "<p>Dear Mr Jansen,</p><p>Invoice <strong>VF-2026-04183</strong> is still open.</p>",
      bodyText: "Dear Mr Jansen,\n\nInvoice VF-2026-04183 is still open.",
      signatureHtml: "<p>Kind regards,<br>Sanne de Wit</p>",
      fromName: "Sanne de Wit via Van der Meer Bouwmaterialen",
      fromAddress: "debiteuren@vdmbouw.example",
      replyAddress: "antwoord@vdmbouw.example",
      language: "en",
      state: "waiting",
      createdAt: new Date(house.now().getTime() - 20_000),
      ...input.message,
    })),
  )
  await db.insert(attempts).values(
    made.map(({ messageId, attemptId }) => ({
      id: attemptId,
      organisationId,
      messageId,
      number: 1,
      state: "waiting",
      leavesAt: new Date(house.now().getTime() - 1_000),
      byUserId: actor.userId,
      byName: actor.name,
      createdAt: new Date(house.now().getTime() - 20_000),
      ...input.attempt,
    })),
  )
  const rows = made.flatMap((one, index) =>
    (input.to ?? [{ address: `info+${index}@jansen.example` }]).map((row, position) => {
      const id = newId()
      one.recipientIds.push(id)
      return {
        id,
        organisationId,
        messageId: one.messageId,
        attemptId: one.attemptId,
        role: "to",
        kind: "customer",
        state: "held",
        position,
        ...row,
      }
    }),
  )
  await db.insert(recipients).values(rows)
  if (input.file) await attach(house, { organisationId, text: input.file, messageIds: made.map(one => one.messageId) })
  return made
}

async function attach(house: House, input: { organisationId: string; text: string; messageIds: string[] }) {
  const bytes = new TextEncoder().encode(input.text)
  const fileKey = `test/${newId()}`
  await house.files.put(fileKey, bytes)
  await house.database.owner.insert(attachments).values(
    input.messageIds.map(ownerId => ({
      organisationId: input.organisationId,
      ownerKind: "message",
      ownerId,
      name: "VF-2026-04183.pdf",
      contentType: "application/pdf",
      size: bytes.length,
      sha256: hash(bytes),
      fileKey,
    })),
  )
}
