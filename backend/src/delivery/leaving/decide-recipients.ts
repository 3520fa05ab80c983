import type { RecipientKind, RecipientRole } from "@casepost/shared/delivery"
import { recipientRoles } from "@casepost/shared/delivery"
import { and, asc, isNull } from "drizzle-orm"
import { isAmong, isOneOf, isOneOfTexts, type Transaction } from "../../database.ts"
import type { LeavingRecipient } from "../../messages/sending/let-leave.ts"
import { recipients } from "../../messages/tables.ts"
import { whySuppressed } from "../../relations/known-addresses.ts"
import type { DueAttempt } from "../leave-due.ts"
import { suppressions } from "../tables.ts"
import { readAddresses } from "./read-addresses.ts"

/** What becomes of one address, with what its mail needs. */
export type DecidedRecipient = LeavingRecipient & {
  organisationId: string
  attemptId: string
  role: RecipientRole
  priority: number
}

/** Decides for every address of attempts that leave: mailed, left out, no longer delivered to, or portal only. */
export async function decideRecipients(tx: Transaction, leaving: DueAttempt[]): Promise<DecidedRecipient[]> {
  const attempts = new Map(leaving.map(attempt => [attempt.id, attempt]))
  const rows = await tx
    .select()
    .from(recipients)
    .where(isAmong(recipients.attemptId, [...attempts.keys()]))
    .orderBy(asc(recipients.attemptId), asc(recipients.position))
  const scheduled = rows.filter(row => attempts.get(row.attemptId)?.scheduled)
  const read = await readAddresses(tx, leaving, scheduled)
  const known = rows.map(row => {
    const found = read.get(row.id)
    const address = found ? found.address : row.address
    return {
      id: row.id,
      organisationId: row.organisationId,
      attemptId: row.attemptId,
      role: row.role as RecipientRole,
      kind: row.kind as RecipientKind,
      address,
      addressIsNew: address !== row.address,
      priority: attempts.get(row.attemptId)?.priority ?? 0,
      leftOut: found?.leftOut ?? (row.state === "left-out" ? row.reason : null),
    }
  })
  const suppressed = await suppressedReasons(tx, known)
  const seen = new Set<string>()
  return inRoleOrder(known).map(({ kind, leftOut, ...one }) => {
    const key = `${one.attemptId} ${one.address}`
    const twice = one.address !== null && seen.has(key)
    seen.add(key)
    if (leftOut) return { ...one, state: "left-out", reason: leftOut }
    if (one.address === null)
      return kind === "customer"
        ? { ...one, state: "portal-only", reason: null }
        : { ...one, state: "left-out", reason: "There is no address for this recipient." }
    if (twice) return { ...one, state: "left-out", reason: `${one.address} already gets this message.` }
    const reason = suppressed.get(`${one.organisationId} ${one.address}`)
    return reason ? { ...one, state: "suppressed", reason } : { ...one, state: "queued", reason: null }
  })
}

/** To before CC before BCC: of an address that is there twice the first stays. */
function inRoleOrder<Row extends { role: RecipientRole }>(rows: Row[]): Row[] {
  return recipientRoles.flatMap(role => rows.filter(row => row.role === role))
}

/** Why nothing is sent to an address any more, by `organisation address`; those that take mail are missing. */
export async function suppressedReasons(
  tx: Transaction,
  among: { organisationId: string; address: string | null }[],
): Promise<Map<string, string>> {
  const addresses = among.flatMap(one => one.address ?? [])
  if (addresses.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(suppressions)
    .where(
      and(
        isOneOf(suppressions.organisationId, [...new Set(among.map(one => one.organisationId))]),
        isOneOfTexts(suppressions.address, [...new Set(addresses)]),
        isNull(suppressions.liftedAt),
      ),
    )
  return new Map(
    rows.map(row => [`${row.organisationId} ${row.address}`, whySuppressed(row.address, row.reason) ?? ""]),
  )
}
