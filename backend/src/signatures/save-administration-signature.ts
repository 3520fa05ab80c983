import type { Signature } from "@casepost/shared/signatures"
import { requireRight } from "../access/require-right.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import { type SignatureChange, saveSignature } from "./save-signature.ts"

/** Changes the signature of messages by users without one of their own. Messages already written keep theirs. @throws Problem not-found, not-allowed, invalid */
export async function saveAdministrationSignature(
  context: Context,
  { administrationId, ...change }: SignatureChange & { administrationId: string },
): Promise<Signature> {
  requireRight(context, administrationId, "administrator")
  return context.transaction(async tx => {
    const saved = await saveSignature(context, tx, { ...change, owner: { administrationId } })
    await recordAudit(tx, context, {
      deed: "saveAdministrationSignature",
      subject: { kind: "administration", id: administrationId },
      administrationId,
      detail: { html: saved.html, logoId: saved.logo?.id ?? null },
    })
    return saved
  })
}
