import type { StandardMessageText } from "@casepost/shared/standard-messages"
import { eq } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { standardMessageRecipients, standardMessageTexts } from "../tables.ts"
import type { CheckedRecipient } from "./check-recipients.ts"

/** Writes texts and default recipients of a standard message in the place of those it has. */
export async function writeContent(
  tx: Transaction,
  content: {
    organisationId: string
    standardMessageId: string
    texts: StandardMessageText[]
    recipients: CheckedRecipient[]
  },
): Promise<void> {
  const { organisationId, standardMessageId, texts, recipients } = content
  const of = { organisationId, standardMessageId }
  await tx.delete(standardMessageTexts).where(eq(standardMessageTexts.standardMessageId, standardMessageId))
  await tx.delete(standardMessageRecipients).where(eq(standardMessageRecipients.standardMessageId, standardMessageId))
  await tx.insert(standardMessageTexts).values(texts.map(text => ({ ...of, ...text })))
  if (recipients.length === 0) return
  await tx.insert(standardMessageRecipients).values(
    recipients.map(({ role, recipient, name }, position) => ({
      ...of,
      role,
      kind: recipient.kind,
      relationId: recipient.kind === "relation" ? recipient.relationId : null,
      userId: recipient.kind === "colleague" ? recipient.userId : null,
      address: recipient.kind === "typed" ? recipient.address : null,
      name,
      position,
    })),
  )
}
