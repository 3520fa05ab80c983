import { languages } from "@casepost/shared/organisations"
import { attachments } from "../../attachments/tables.ts"
import { newId } from "../../columns.ts"
import type { Transaction } from "../../database.ts"
import { standardMessageRecipients, standardMessages, standardMessageTexts } from "../../standard-messages/tables.ts"
import type { DemoPlace } from "../place.ts"
import type { DemoFile } from "../thread-rows.ts"
import { answers } from "./answers.ts"
import { reminders } from "./reminders.ts"
import type { DemoStandardMessage } from "./texts.ts"

type Relations = ReadonlyMap<string, { id: string; name: string }>
type Rows = {
  messages: (typeof standardMessages.$inferInsert)[]
  texts: (typeof standardMessageTexts.$inferInsert)[]
  recipients: (typeof standardMessageRecipients.$inferInsert)[]
  files: (typeof attachments.$inferInsert)[]
}

/** Writes the standard messages of all three administrations. */
export async function addStandardMessages(
  tx: Transaction,
  place: DemoPlace,
  of: { relations: Relations; paymentDetails: DemoFile },
): Promise<void> {
  const rows: Rows = { messages: [], texts: [], recipients: [], files: [] }
  for (const message of [...reminders, ...answers])
    for (const where of message.in) addOne(rows, place, { message, where, ...of })
  await tx.insert(standardMessages).values(rows.messages)
  await tx.insert(standardMessageTexts).values(rows.texts)
  await tx.insert(standardMessageRecipients).values(rows.recipients)
  await tx.insert(attachments).values(rows.files)
}

function addOne(
  rows: Rows,
  place: DemoPlace,
  of: {
    message: DemoStandardMessage
    where: DemoStandardMessage["in"][number]
    relations: Relations
    paymentDetails: DemoFile
  },
): void {
  const { message, where, relations } = of
  const { organisationId, calendar } = place
  const standardMessageId = newId()
  // The home of most of the demo: elsewhere they are used as often as a smaller house writes.
  const used = where === "nl" ? message.used : undefined
  const written = calendar.at(-120, "09:30")
  rows.messages.push({
    id: standardMessageId,
    organisationId,
    administrationId: place.administrations[where].id,
    description: message.description,
    attachInvoicePdf: message.invoicePdf ?? false,
    uses: used?.uses ?? 0,
    lastUsedAt: used ? calendar.at(-used.days, "14:20") : null,
    archivedAt: message.archived ? calendar.at(-60, "10:00") : null,
    createdAt: written,
    updatedAt: written,
  })
  for (const language of languages) {
    const text = message.texts[language]
    if (!text) continue
    const bodyHtml = text.paragraphs.map(paragraph => `<p>${paragraph}</p>`).join("")
    rows.texts.push({ organisationId, standardMessageId, language, subject: text.subject, bodyHtml })
  }
  for (const role of ["cc", "bcc"] as const)
    for (const [position, key] of (message[role] ?? []).entries()) {
      const { id: relationId, name } = relations.get(key) ?? { id: undefined, name: undefined }
      rows.recipients.push({ organisationId, standardMessageId, role, kind: "relation", relationId, name, position })
    }
  if (message.paymentDetails)
    rows.files.push({
      organisationId,
      ownerKind: "standard-message",
      ownerId: standardMessageId,
      claimedAt: place.now,
      ...of.paymentDetails,
    })
}
