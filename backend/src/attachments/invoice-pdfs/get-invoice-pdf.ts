import { and, eq } from "drizzle-orm"
import { notHere } from "../../access/require-right.ts"
import { requireCase } from "../../cases/require-case.ts"
import type { Context } from "../../context.ts"
import { readBytes } from "../read-bytes.ts"
import { attachments } from "../tables.ts"

/** An invoice's PDF with its bytes. @throws Problem not-found (also where there is none), unavailable */
export async function getInvoicePdf(
  context: Context,
  invoiceId: string,
): Promise<{ bytes: Uint8Array; name: string; contentType: string }> {
  const file = await context.transaction(async tx => {
    const { ref } = await requireCase(context, tx, { kind: "invoice", id: invoiceId }, "restricted")
    const [row] = await tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.ownerKind, "invoice"), eq(attachments.ownerId, ref.id)))
    return row
  })
  if (!file) throw notHere()
  return { bytes: await readBytes(context, file), name: file.name, contentType: file.contentType }
}
