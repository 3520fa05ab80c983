import type { Attachment } from "@casepost/shared/attachments"
import { recordAudit } from "../../audit/record-audit.ts"
import { requireCase } from "../../cases/require-case.ts"
import type { Context } from "../../context.ts"
import { acceptPdf } from "./accept-pdf.ts"
import { attachPdfs } from "./attach-pdfs.ts"

/**
 * Gives an invoice its PDF, or another one; messages that were sent keep theirs.
 * @throws Problem not-found, not-allowed, attachment-refused, too-large, invalid (an empty file)
 */
export async function putInvoicePdf(
  context: Context,
  { invoiceId, name, bytes }: { invoiceId: string; name?: string | undefined; bytes: Uint8Array },
): Promise<Attachment> {
  const ref = { kind: "invoice", id: invoiceId } as const
  const { number } = await context.transaction(tx => requireCase(context, tx, ref, "administrator"))
  const file = await acceptPdf(context, { name: name ?? number, bytes })
  const { id, replaced } = await context.transaction(async tx => {
    // Again: the right may have gone while the file came in.
    const found = await requireCase(context, tx, ref, "administrator")
    const { ids, replaced } = await attachPdfs(context, tx, [{ invoiceId: found.ref.id, file }])
    await recordAudit(tx, context, {
      deed: "putInvoicePdf",
      subject: { kind: "invoice", id: found.ref.id },
      administrationId: found.administrationId,
      detail: { number, name: file.name, size: file.size },
    })
    return { id: ids.get(found.ref.id) ?? "", replaced }
  })
  for (const key of replaced) await context.files.delete(key)
  return { id, name: file.name, contentType: file.contentType, size: file.size }
}
