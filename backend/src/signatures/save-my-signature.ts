import type { Signature } from "@casepost/shared/signatures"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { type SignatureChange, saveSignature } from "./save-signature.ts"

/** Changes one's own signature; nothing visible takes it away. Messages already written keep theirs. @throws Problem invalid */
export async function saveMySignature(context: Context, change: SignatureChange): Promise<Signature> {
  const { userId } = requireUser(context)
  return context.transaction(tx => saveSignature(context, tx, { ...change, owner: { userId } }))
}
