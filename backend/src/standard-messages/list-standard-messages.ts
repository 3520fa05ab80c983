import { Language, languages } from "@casepost/shared/organisations"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import { attachments } from "../attachments/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { standardMessageRecipients, standardMessages, standardMessageTexts } from "./tables.ts"

/** Characters of HTML from which the beginning of a text is read, and characters of it that a list shows. */
const beginning = { html: 400, shown: 160 }

type Asked = { administrationId: string; search: string; archived: "true" | "false" }

/** The standard messages of an administration, last used first, then by description; four queries however many. @throws Problem not-found */
export async function listStandardMessages(
  context: Context,
  { administrationId, search, archived }: Asked,
): Promise<{ standardMessages: StandardMessageSummary[] }> {
  if (!validate(administrationId)) throw notHere()
  requireRight(context, administrationId, "restricted")
  return context.transaction(async tx => {
    const asked = and(
      eq(standardMessages.administrationId, administrationId),
      archived === "true" ? isNotNull(standardMessages.archivedAt) : isNull(standardMessages.archivedAt),
    )
    const rows = await tx
      .select()
      .from(standardMessages)
      // Searched once; what belongs to those that were not found costs less to read than looking into every text again.
      .where(and(asked, ...wordsOf(search).map(holds)))
      .orderBy(
        sql`${standardMessages.lastUsedAt} desc nulls last`,
        sql`lower(${standardMessages.description})`,
        standardMessages.id,
      )
    const texts = await textsOf(tx, asked)
    const copies = await countsOf(tx, { table: standardMessageRecipients, on: recipientsOf, asked })
    const files = await countsOf(tx, { table: attachments, on: filesOf, asked })
    return {
      standardMessages: rows.map(row => ({
        ...summaryOf(row),
        texts: texts.get(row.id) ?? [],
        copies: copies.get(row.id) ?? 0,
        files: files.get(row.id) ?? 0,
      })),
    }
  })
}

/** What list and single one say alike. */
export function summaryOf(row: typeof standardMessages.$inferSelect) {
  const { id, administrationId, description, attachInvoicePdf, uses } = row
  return {
    id,
    administrationId,
    description,
    attachInvoicePdf,
    uses,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }
}

const recipientsOf = eq(standardMessageRecipients.standardMessageId, standardMessages.id)
const filesOf = and(eq(attachments.ownerKind, "standard-message"), eq(attachments.ownerId, standardMessages.id))

function wordsOf(search: string): string[] {
  return search.split(/\s+/).filter(Boolean)
}

/** A word somewhere in description, subjects or texts; tags of the text are no words, but few texts have to be freed of them. */
function holds(word: string): SQL {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`
  const { standardMessageId, subject, bodyHtml } = standardMessageTexts
  return sql`(${standardMessages.description} ilike ${like(word)} or exists (
    select from ${standardMessageTexts} where ${standardMessageId} = ${standardMessages.id} and (
      ${subject} ilike ${like(word)} or (${bodyHtml} ilike ${like(escaped(word))}
        and regexp_replace(${bodyHtml}, '<[^>]*>', '', 'g') ilike ${like(escaped(word))}))))`
}

function escaped(word: string): string {
  return word.replace(/[&<>"]/g, character => entities[character] ?? character)
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

async function textsOf(tx: Transaction, asked: SQL | undefined): Promise<Map<string, StandardMessageSummary["texts"]>> {
  const rows = await tx
    .select({
      id: standardMessageTexts.standardMessageId,
      language: standardMessageTexts.language,
      subject: standardMessageTexts.subject,
      begins: sql<string>`left(${standardMessageTexts.bodyHtml}, ${beginning.html})`,
    })
    .from(standardMessageTexts)
    .innerJoin(standardMessages, eq(standardMessages.id, standardMessageTexts.standardMessageId))
    .where(asked)
  const texts = new Map<string, StandardMessageSummary["texts"]>()
  for (const { id, ...row } of rows.sort(byLanguage)) {
    const { data: language } = Language.safeParse(row.language)
    if (!language) continue
    const ofMessage = texts.get(id) ?? []
    ofMessage.push({ language, subject: row.subject, begins: beginningOf(row.begins) })
    texts.set(id, ofMessage)
  }
  return texts
}

export function byLanguage(one: { language: string }, other: { language: string }): number {
  return languages.indexOf(one.language as Language) - languages.indexOf(other.language as Language)
}

/** The stored text was cleaned, so a few expressions are enough; `htmlToText` would clean thousands of them once more. */
function beginningOf(html: string): string {
  return html
    .replace(/<[^>]*>?/g, " ")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, beginning.shown)
    .replace(/[\ud800-\udbff]$/, "")
}

const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" }

type Counted = {
  table: typeof standardMessageRecipients | typeof attachments
  on: SQL | undefined
  asked: SQL | undefined
}

async function countsOf(tx: Transaction, { table, on, asked }: Counted): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: standardMessages.id, count: sql<number>`count(*)::int` })
    .from(standardMessages)
    .innerJoin(table, on ?? sql`false`)
    .where(asked)
    .groupBy(standardMessages.id)
  return new Map(rows.map(row => [row.id, row.count]))
}
