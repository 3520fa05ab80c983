import type { Right } from "@casepost/shared/access"
import type { Config } from "./config.ts"
import type { Database, Scope, Transaction } from "./database.ts"

/** What holds for a user in the organisation of this request. An administration missing here is not hers to know of. */
export type HeldRights = { organisation: Right; administrations: ReadonlyMap<string, Right> }

/** Who does the deed. */
export type Actor =
  | { kind: "user"; userId: string; name: string; email: string; rights: HeldRights }
  | { kind: "api-key"; keyId: string; name: string; administrationIds: readonly string[] }
  | {
      kind: "customer"
      customerId: string
      administrationId: string
      sessionId: string
      scope: "customer" | "conversation"
      caseKind?: string
      caseId?: string
      recipientId?: string
      personName?: string
      language: string
    }
  | { kind: "provider" }
  | { kind: "system" }

/** Who a row names as having done it: a user or a key; `otherwise` stands for anybody else. */
export function doerOf(actor: Actor, otherwise = "Casepost"): { userId: string | null; name: string } {
  return { userId: actor.kind === "user" ? actor.userId : null, name: "name" in actor ? actor.name : otherwise }
}

/** Bytes under keys; a directory, or S3. */
export type FileStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>
  get: (key: string) => Promise<Uint8Array>
  delete: (key: string) => Promise<void>
}

/** An invitation, a reset link. Without an organisation where it concerns none. */
export type SystemMail = {
  organisationId?: string
  address: string
  subject: string
  paragraphs: string[]
  button: { label: string; href: string }
  language: string
}

/** What lives as long as the process. */
export type House = {
  config: Config
  database: Database
  files: FileStore
  /** The clock, so that tests can set it. */
  now: () => Date
  /** Queues a mail of Casepost itself in the caller's transaction. Handed down, because delivery stands above whoever needs it. */
  queueMail: (tx: Transaction, mail: SystemMail) => Promise<void>
  /** Wakes the dispatcher after a commit; without a worker in this process it does nothing. */
  wakeDelivery: () => void
  log: (line: { level: "info" | "warn" | "error"; what: string } & Record<string, unknown>) => void
}

/** Everything a deed may touch. */
export type Context = House & {
  actor: Actor
  organisationId: string
  requestId: string
  /** One transaction in the actor's own scope: staff and keys see the organisation, a customer what is hers. */
  transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>
  /** Keeps the answer under the request's `Idempotency-Key`, in the deed's own transaction: a process killed after its commit repeats nothing. */
  rememberAnswer: (tx: Transaction, answer: unknown) => Promise<void>
}

/** A context for an actor within an organisation. */
export function makeContext(house: House, of: { actor: Actor; organisationId: string; requestId?: string }): Context {
  return {
    ...house,
    actor: of.actor,
    organisationId: of.organisationId,
    requestId: of.requestId ?? crypto.randomUUID(),
    transaction: work => house.database.inScope(scopeOf(of.actor, of.organisationId), work),
    rememberAnswer: async () => {},
  }
}

function scopeOf(actor: Actor, organisationId: string): Scope {
  if (actor.kind === "customer")
    return {
      role: "casepost_portal",
      organisationId,
      customerId: actor.customerId,
      ...(actor.scope === "conversation" && actor.caseId ? { caseId: actor.caseId } : {}),
    }
  if (actor.kind === "provider") return { role: "casepost_system" }
  return { role: "casepost_app", organisationId }
}
