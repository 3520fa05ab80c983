import { and, eq } from "drizzle-orm"
import { notHere } from "../../access/require-right.ts"
import { recordAudit } from "../../audit/record-audit.ts"
import { markPdf } from "../../cases/mark-pdf.ts"
import { requireCase } from "../../cases/require-case.ts"
import type { Context } from "../../context.ts"
import { attachments } from "../tables.ts"
import { unusedKeys } from "./attach-pdfs.ts"

/** Takes an invoice's PDF away; messages that were sent keep it. @throws Problem not-found (also where there is none), not-allowed */
export async function deleteInvoicePdf(context: Context, invoiceId: string): Promise<void> {
  const unused = await context.transaction(async tx => {
    const found = await requireCase(context, tx, { kind: "invoice", id: invoiceId }, "administrator")
    const [gone] = await tx
      .delete(attachments)
      .where(and(eq(attachments.ownerKind, "invoice"), eq(attachments.ownerId, found.ref.id)))
      .returning()
    if (!gone) throw notHere()
    await markPdf(tx, [found.ref.id], false)
    await recordAudit(tx, context, {
      deed: "deleteInvoicePdf",
      subject: { kind: "invoice", id: found.ref.id },
      administrationId: found.administrationId,
      detail: { number: found.number, name: gone.name },
    })
    return unusedKeys(tx, [gone.fileKey])
  })
  for (const key of unused) await context.files.delete(key)
}
