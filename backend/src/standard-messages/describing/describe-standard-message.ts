import type { Attachment } from "@casepost/shared/attachments"
import { Language } from "@casepost/shared/organisations"
import type { StandardMessage, StandardMessageText } from "@casepost/shared/standard-messages"
import { and, asc, eq } from "drizzle-orm"
import { attachments } from "../../attachments/tables.ts"
import type { Transaction } from "../../database.ts"
import { byLanguage, summaryOf } from "../list-standard-messages.ts"
import type { StandardMessageRow } from "../require-standard-message.ts"
import { standardMessageTexts } from "../tables.ts"
import { readDefaultRecipients } from "./read-default-recipients.ts"
import { readUses } from "./read-uses.ts"

/** A standard message as its administrators see it. */
export async function describeStandardMessage(tx: Transaction, row: StandardMessageRow): Promise<StandardMessage> {
  const { cc, bcc } = await readDefaultRecipients(tx, row)
  return {
    ...summaryOf(row),
    texts: await readTexts(tx, row.id),
    cc: cc.map(({ name, recipient, available }) => ({ name, recipient, available })),
    bcc: bcc.map(({ name, recipient, available }) => ({ name, recipient, available })),
    attachments: await readFiles(tx, { kind: "standard-message", id: row.id }),
    usedIn: await readUses(tx, row.id),
    version: row.version,
  }
}

/** Its variants, in the order of our languages. */
export async function readTexts(tx: Transaction, standardMessageId: string): Promise<StandardMessageText[]> {
  const rows = await tx
    .select()
    .from(standardMessageTexts)
    .where(eq(standardMessageTexts.standardMessageId, standardMessageId))
  return rows.sort(byLanguage).flatMap(({ language, subject, bodyHtml }) => {
    const known = Language.safeParse(language)
    return known.success ? [{ language: known.data, subject, bodyHtml }] : []
  })
}

/** What is attached to a standard message or an invoice, in order. */
export async function readFiles(
  tx: Transaction,
  owner: { kind: "standard-message" | "invoice"; id: string },
): Promise<Attachment[]> {
  const { id, name, contentType, size, position } = attachments
  return tx
    .select({ id, name, contentType, size })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, owner.kind), eq(attachments.ownerId, owner.id)))
    .orderBy(asc(position), asc(id))
}
