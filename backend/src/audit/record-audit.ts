import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { audit } from "./tables.ts"

/** What goes into the audit log: the deed's id in the contract, what it was done to, and what a reader wants to know of it. No secrets. */
export type Audited = {
  deed: string
  subject: { kind: string; id: string }
  administrationId?: string
  detail?: Record<string, unknown>
}

/** Writes one line of the audit log in the deed's own transaction. Nobody can change or delete it afterwards. */
export async function recordAudit(tx: Transaction, context: Context, audited: Audited): Promise<void> {
  await tx.insert(audit).values({
    organisationId: context.organisationId,
    administrationId: audited.administrationId ?? null,
    ...actorOf(context),
    deed: audited.deed,
    subjectKind: audited.subject.kind,
    subjectId: audited.subject.id,
    detail: audited.detail ?? {},
    createdAt: context.now(),
  })
}

function actorOf({ actor }: Context): { actorKind: string; actorId: string | null; actorName: string } {
  if (actor.kind === "user") return { actorKind: "user", actorId: actor.userId, actorName: actor.name }
  if (actor.kind === "api-key") return { actorKind: "api-key", actorId: actor.keyId, actorName: actor.name }
  if (actor.kind === "customer")
    return { actorKind: "customer", actorId: actor.customerId, actorName: actor.personName ?? "Customer" }
  return { actorKind: actor.kind, actorId: null, actorName: actor.kind === "provider" ? "E-mail provider" : "Casepost" }
}
