import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import { invoices } from "@casepost/backend/cases/tables"
import type { House } from "@casepost/backend/context"
import { demoPassword } from "@casepost/backend/demo/load-demo"
import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { tokenHeader } from "@casepost/shared/request-headers"
import { eq, inArray } from "drizzle-orm"

export type Asking = (method: string, path: string, body?: unknown) => Promise<unknown>

/** Asks a running server as a user of the demo organisation would. */
export async function askAs(house: House, email: string): Promise<Asking> {
  const { publicUrl } = house.config
  const headers = { "content-type": "application/json", origin: publicUrl }
  const body = JSON.stringify({ email, password: demoPassword })
  const signIn = await fetch(`${publicUrl}/api/auth/sign-in/email`, { method: "POST", headers, body })
  const authorization = `Bearer ${signIn.headers.get(tokenHeader)}`
  return async (method, path, asked) => {
    const answer = await fetch(`${publicUrl}/api/v1/${path}`, {
      method,
      headers: { ...headers, authorization },
      ...(asked === undefined ? {} : { body: JSON.stringify(asked) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
}

export const noContent: BulkContent = {
  standardMessageId: null,
  texts: [],
  cc: [],
  bcc: [],
  names: {},
  attachmentIds: [],
  attachInvoicePdf: false,
  filesInPortal: false,
}

/** The same words in Dutch and English. */
export function inBoth(subject: string, bodyHtml: string): BulkContent {
  const both = (["nl", "en"] as const).map(language => ({ language, subject, bodyHtml }))
  return { ...noContent, texts: both }
}

/** Opens a bulk message about invoices of the demo organisation, in the order of their numbers here. */
export async function openBulk(
  { house, ask }: { house: House; ask: Asking },
  numbers: readonly string[],
  content: BulkContent = noContent,
): Promise<BulkMessage> {
  const found = await house.database.owner
    .select()
    .from(invoices)
    .where(inArray(invoices.number, [...numbers]))
  const ids = numbers.flatMap(number => found.find(one => one.number === number)?.id ?? [])
  return (await ask("POST", "bulk-messages/preview", {
    selection: { by: "ids", kind: "invoice", ids },
    content,
  })) as BulkMessage
}

/** Sends it, with its undo time over at once. */
export async function sendBulk({ house, ask }: { house: House; ask: Asking }, bulk: BulkMessage): Promise<void> {
  await ask("POST", `bulk-messages/${bulk.id}/send`, { version: bulk.version })
  await house.database.owner.update(bulkMessages).set({ leavesAt: house.now() }).where(eq(bulkMessages.id, bulk.id))
  house.wakeDelivery()
}
