import type { SystemMail } from "../context.ts"
import type { Transaction } from "../database.ts"
import { seal } from "../secrets.ts"
import { mails } from "./tables.ts"

/** Writes a mail of Casepost itself as a row for the dispatcher. What its button opens lies there sealed. */
export async function queueSystemMail(tx: Transaction, secret: string, mail: SystemMail): Promise<void> {
  const { organisationId = null, address, button, ...text } = mail
  const sealed = { label: button.label, href: `sealed:${seal(secret, button.href)}` }
  await tx.insert(mails).values({ organisationId, kind: "system", address, content: { ...text, button: sealed } })
}
