import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { unknownIn } from "@casepost/shared/placeholders"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { htmlToText } from "../clean-html.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { unknownDetail } from "../messages/sending/fill-content.ts"
import { leavesAt } from "../messages/sending/leaves-at.ts"
import { missingText } from "../messages/sending/missing-text.ts"
import { requireTransport } from "../messages/sending/prepare-message.ts"
import type { BulkRow } from "./checking/tally.ts"
import { claimFiles } from "./content/claim-files.ts"
import { readRow } from "./describing/count-results.ts"
import { describeBulkMessage } from "./describing/describe-bulk-messages.ts"
import { goingGroups } from "./describing/warnings-of.ts"
import { requireOwn, requireWriting } from "./require-bulk-message.ts"
import { bulkMessages } from "./tables.ts"

export type BulkSending = { id: string; version: number; sendAt?: string | undefined }

/**
 * Accepts a bulk message: from now on text and cases are fixed. However many cases there are it changes one row; everything else runs in the
 * background. Once more it gives the same again.
 * @throws Problem not-found, not-allowed, stale-draft, sending-off, placeholder-unknown, attachment-refused, too-large, invalid
 */
export async function sendBulkMessage(context: Context, sending: BulkSending): Promise<BulkMessage> {
  const sent = await context.transaction(async tx => {
    const bulk = await requireOwn(context, tx, sending.id)
    if (bulk.state === "writing") {
      requireWriting(bulk, sending.version)
      await accept(context, tx, { bulk, sendAt: sending.sendAt })
    }
    return describeBulkMessage(context, tx, await readRow(tx, bulk.id))
  })
  context.wakeDelivery()
  return sent
}

/** The same within the transaction that opened it. */
export async function accept(
  context: Context,
  tx: Transaction,
  { bulk, sendAt }: { bulk: BulkRow; sendAt: string | undefined },
): Promise<void> {
  requireTransport(context)
  const texts = bulk.content.texts.filter(text => text.subject.trim() !== "" || htmlToText(text.bodyHtml) !== "")
  requireTexts(texts)
  if (bulk.checkedTo >= bulk.total && goingGroups(bulk).length === 0)
    refuse("No message would go out: every case is taken out or held back.")
  await claimFiles(context, tx, bulk)
  await tx
    .update(bulkMessages)
    .set({
      state: sendAt ? "scheduled" : "held",
      scheduled: sendAt !== undefined,
      leavesAt: leavesAt(context, sendAt),
      content: { ...bulk.content, texts },
      results: {},
      countedAt: null,
      // The list is in the order of sending.
      createdAt: context.now(),
    })
    .where(eq(bulkMessages.id, bulk.id))
}

function requireTexts(texts: BulkContent["texts"]): void {
  if (texts.length === 0) refuse("Write a subject and a message.", "content.texts")
  const fields = texts.flatMap(({ subject, bodyHtml }, index) =>
    missingText({ subject, bodyText: htmlToText(bodyHtml) }).map(({ path, detail }) => ({
      path: `content.texts.${index}.${path}`,
      detail,
    })),
  )
  if (fields[0]) throw new Problem("invalid", fields[0].detail, { fields })
  const unknown = texts.flatMap((text, index) =>
    (["subject", "bodyHtml"] as const).flatMap(part =>
      unknownIn(text[part]).map(one => ({ path: `content.texts.${index}.${part}`, detail: unknownDetail(one) })),
    ),
  )
  if (unknown[0]) throw new Problem("placeholder-unknown", unknown[0].detail, { fields: unknown })
}

function refuse(detail: string, path?: string): never {
  throw new Problem("invalid", detail, path ? { fields: [{ path, detail }] } : {})
}
