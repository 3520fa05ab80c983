import type { BulkContent } from "@casepost/shared/bulk-messages"
import type { RecipientInput } from "@casepost/shared/messages"
import { braces } from "@casepost/shared/placeholders"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import { validate } from "uuid"
import { visibleAdministrations } from "../../access/require-right.ts"
import { cleanHtml } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { copiedPeopleOf } from "../../relations/copied-people.ts"
import { standardMessages } from "../../standard-messages/tables.ts"
import { personOf } from "../describing/warnings-of.ts"

/**
 * What is written, clean, and what it is called. Copies that were there before may stay though they are not available any more: they are left
 * out and said. @throws Problem relation-unavailable, invalid
 */
export async function readContent(
  context: Context,
  tx: Transaction,
  given: { content: BulkContent; before: BulkContent; administrationIds: string[] },
): Promise<{ content: BulkContent; name: string }> {
  const { before, administrationIds } = given
  const texts = given.content.texts.map(text => ({ ...text, bodyHtml: cleanHtml(text.bodyHtml) }))
  if (new Set(texts.map(text => text.language)).size < texts.length) refuse("texts", "Write each language once.")
  const standard = await findStandard(tx, given.content.standardMessageId, {
    administrationIds: administrationIds.filter(place => visibleAdministrations(context).includes(place)),
  })
  const content = { ...given.content, texts, standardMessageId: standard?.id ?? null }
  await refuseUnavailable(tx, { content, before, administrationIds })
  return { content, name: (standard?.description ?? nameOf(texts)).slice(0, 200) }
}

/** Of an administration that some of its cases lie in. */
async function findStandard(
  tx: Transaction,
  id: string | null,
  { administrationIds }: { administrationIds: string[] },
) {
  if (id === null || !validate(id)) return undefined
  const [found] = await tx
    .select({ id: standardMessages.id, description: standardMessages.description })
    .from(standardMessages)
    .where(and(eq(standardMessages.id, id), isOneOf(standardMessages.administrationId, administrationIds)))
  return found
}

function nameOf(texts: BulkContent["texts"]): string {
  const subject = texts.find(text => text.subject.trim() !== "")?.subject ?? ""
  return subject.replace(braces, "…").trim()
}

async function refuseUnavailable(
  tx: Transaction,
  { content, before, administrationIds }: { content: BulkContent; before: BulkContent; administrationIds: string[] },
): Promise<void> {
  const stood = new Set([...before.cc, ...before.bcc].map(personOf))
  const people = await copiedPeopleOf(tx, { administrationIds, asked: [...content.cc, ...content.bcc] })
  const isThere = (id: string) => [...people.values()].some(here => here.has(id))
  const wrong = (["cc", "bcc"] as const).flatMap(role =>
    content[role].flatMap((input: RecipientInput, index) => {
      const id = personOf(input)
      if (id === undefined || stood.has(id) || isThere(id)) return []
      return {
        path: `content.${role}.${index}`,
        detail: `This ${input.kind} is not available here any more. Remove it.`,
      }
    }),
  )
  if (wrong[0]) throw new Problem("relation-unavailable", wrong[0].detail, { fields: wrong })
}

/** What the checks of cases rest on: another text with the same needs is looked at no second time. */
export function needsOf(content: BulkContent): string {
  const texts = content.texts.map(({ language, subject, bodyHtml }) => ({
    language,
    bare: [...`${subject} ${bodyHtml}`.matchAll(braces)].map(found => found[0]).filter(one => !one.includes("|")),
  }))
  return JSON.stringify([
    texts.map(({ language, bare }) => [language, [...new Set(bare)].sort()]).sort(),
    content.attachInvoicePdf,
    content.attachInvoicePdf ? content.attachmentIds : [],
  ])
}

function refuse(path: string, detail: string): never {
  throw new Problem("invalid", detail, { fields: [{ path: `content.${path}`, detail }] })
}
