import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { ChosenStandardMessage, DefaultRecipient, StandardMessageText } from "@casepost/shared/standard-messages"
import { notHere } from "../access/require-right.ts"
import { factsOfCases } from "../cases/facts/facts-of-cases.ts"
import type { FoundCase } from "../cases/find-case.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import { readFiles, readTexts } from "./describing/describe-standard-message.ts"
import { keyOf, readDefaultRecipients } from "./describing/read-default-recipients.ts"
import { requireStandardMessage } from "./require-standard-message.ts"

type Choice = { id: string; caseRef: CaseRef; language?: Language | undefined }

/**
 * What a standard message puts into a message about a case: the text in the customer's language (or the one asked for), the default
 * recipients that are available there, its files and the invoice's own PDF. Its placeholders stay as they are written.
 * @throws Problem not-found (archived, or of another administration than the case, too)
 */
export async function chooseStandardMessage(
  context: Context,
  { id, caseRef, language: asked }: Choice,
): Promise<ChosenStandardMessage> {
  return context.transaction(async tx => {
    const row = await requireStandardMessage(context, tx, { id, right: "restricted" })
    const found = await requireCase(context, tx, caseRef, "restricted")
    if (row.administrationId !== found.administrationId || row.archivedAt) throw notHere()
    const facts = await factsOfCases(tx, { refs: [found.ref], sender: null, now: context.now(), only: [] })
    const language = facts.get(found.ref.id)?.language ?? "en"
    const text = inLanguage(await readTexts(tx, row.id), { asked, language, found })
    if (!text) throw notHere()
    const { cc, bcc } = await readDefaultRecipients(tx, row)
    const pdfs =
      row.attachInvoicePdf && found.ref.kind === "invoice"
        ? await readFiles(tx, { kind: "invoice", id: found.ref.id })
        : []
    return {
      id: row.id,
      description: row.description,
      ...text,
      fallbackFrom: text.language === language || text.language === asked ? null : language,
      ...recipientsOf({ cc, bcc }),
      attachments: await readFiles(tx, { kind: "standard-message", id: row.id }),
      invoicePdf: pdfs.at(-1) ?? null,
      invoicePdfMissing: row.attachInvoicePdf && pdfs.length === 0,
    }
  })
}

/** In the language asked for, else the customer's, else the administration's fallback, else its default, else any. */
function inLanguage(
  texts: StandardMessageText[],
  { asked, language, found }: { asked: Language | undefined; language: Language; found: FoundCase },
): StandardMessageText | undefined {
  const { fallbackLanguage, defaultLanguage } = found.administration
  const order = [asked, language, fallbackLanguage, defaultLanguage]
  for (const wanted of order) {
    const text = texts.find(one => one.language === wanted)
    if (text) return text
  }
  return texts[0]
}

function recipientsOf({
  cc,
  bcc,
}: {
  cc: DefaultRecipient[]
  bcc: DefaultRecipient[]
}): Pick<ChosenStandardMessage, "cc" | "bcc" | "names" | "leftOut"> {
  const available = (defaults: DefaultRecipient[]) =>
    defaults.filter(one => one.available).map(({ recipient }) => recipient)
  const all = [...cc, ...bcc]
  return {
    cc: available(cc),
    bcc: available(bcc),
    names: Object.fromEntries(all.filter(one => one.available).map(one => [keyOf(one.recipient), one.name])),
    leftOut: all.filter(one => !one.available).map(one => one.name),
  }
}
