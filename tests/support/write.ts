import { cleanHtml, htmlToText } from "@casepost/backend/clean-html"
import { newId } from "@casepost/backend/columns"
import { type Context, makeContext } from "@casepost/backend/context"
import { addEntry } from "@casepost/backend/entries/add-entry"
import { receiveReply } from "@casepost/backend/messages/receive-reply"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, recipients } from "@casepost/backend/messages/tables"
import { noteForwards, noteRecipients, notes } from "@casepost/backend/notes/tables"
import type { CaseRef } from "@casepost/shared/cases"
import { SendMessageBody } from "@casepost/shared/messages"
import { eq } from "drizzle-orm"
import type * as z from "zod"

/** Sends a message about a case as the app would; it is in its undo time afterwards. */
export function writeMessage(
  context: Context,
  caseRef: CaseRef,
  values: Partial<z.input<typeof SendMessageBody>> = {},
) {
  return sendMessage(
    context,
    SendMessageBody.parse({
      caseRef,
      to: [{ kind: "typed", address: "info@jansen.example" }],
      cc: [],
      bcc: [],
      subject: "Invoice is still open",
      bodyHtml: "<p>Could you tell us when you will pay?</p>",
      attachmentIds: [],
      ...values,
    }),
  )
}

/** Lets a message leave without a dispatcher, and puts its addresses into a state. */
export async function leave(context: Context, messageId: string, state = "delivered"): Promise<void> {
  const { owner } = context.database
  const leftAt = context.now()
  await owner.update(messages).set({ state: "left", leftAt }).where(eq(messages.id, messageId))
  await owner.update(attempts).set({ state: "left", leftAt }).where(eq(attempts.messageId, messageId))
  await owner.update(recipients).set({ state, stateAt: leftAt }).where(eq(recipients.messageId, messageId))
}

/** A customer's reply about a case, in the scope the portal has. */
export async function writeReply(
  context: Context,
  place: { caseRef: CaseRef; customerId: string; administrationId: string },
  text = "I will pay this week.",
): Promise<string> {
  const { customerId, administrationId, caseRef } = place
  const customer = makeContext(context, {
    organisationId: context.organisationId,
    actor: { kind: "customer", customerId, administrationId, sessionId: newId(), scope: "customer", language: "nl" },
  })
  const reply = {
    caseRef,
    administrationId,
    customerId,
    authorName: "Peter Jansen",
    bodyHtml: `<p>${text}</p>`,
    via: "portal" as const,
    language: "nl",
    files: [],
  }
  return (await customer.transaction(tx => receiveReply(customer, tx, reply))).id
}

/** An internal note about a case, mailed to `recipients` when it was written and forwarded to others later. */
export async function writeNote(
  context: Context,
  place: { caseRef: CaseRef; customerId: string; administrationId: string },
  values: { bodyHtml?: string; recipients?: string[]; forwardedTo?: string[] } = {},
): Promise<string> {
  const { bodyHtml = "<p>By phone: he names a date before 30 Nov.</p>" } = values
  const { organisationId } = context
  const { administrationId, customerId, caseRef } = place
  const id = newId()
  const at = context.now()
  await context.transaction(async tx => {
    await tx.insert(notes).values({
      id,
      organisationId,
      administrationId,
      customerId,
      caseKind: caseRef.kind,
      caseId: caseRef.id,
      authorName: "Joost Bakker",
      bodyHtml,
      bodyText: htmlToText(cleanHtml(bodyHtml)),
      createdAt: at,
    })
    await addEntry(tx, { kind: "note", id, organisationId, administrationId, caseRef, at })
    for (const [kind, names] of [
      ["written", values.recipients ?? []],
      ["forwarded", values.forwardedTo ?? []],
    ] as const) {
      if (names.length === 0) continue
      const forwardId = newId()
      await tx.insert(noteForwards).values({ id: forwardId, organisationId, noteId: id, byName: "Joost Bakker", kind })
      for (const name of names)
        await tx.insert(noteRecipients).values({
          organisationId,
          forwardId,
          kind: "relation",
          name,
          address: "post@kuiper.example",
          state: "queued",
        })
    }
  })
  return id
}
