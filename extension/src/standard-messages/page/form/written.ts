import { type Language, languages } from "@casepost/shared/organisations"
import { placeholdersIn, unknownIn } from "@casepost/shared/placeholders"
import type {
  DefaultRecipient,
  DefaultRecipientInput,
  SaveStandardMessageBody,
  StandardMessage,
} from "@casepost/shared/standard-messages"
import { nameKeyOf } from "../../../relations/recipients/people"
import type { Picked } from "../../../relations/recipients/picked"

export type LanguageText = { subject: string; bodyHtml: string }

/** Default recipients: who can be picked, and who once could and is left out when the standard message is chosen. */
export type Copies = { picked: Picked<DefaultRecipientInput>; gone: readonly DefaultRecipient[] }

/** A standard message as it is being written; its files are kept by `useUploads`. */
export type Written = {
  description: string
  texts: Readonly<Partial<Record<Language, LanguageText>>>
  cc: Copies
  bcc: Copies
  attachInvoicePdf: boolean
}

export const emptyText: LanguageText = { subject: "", bodyHtml: "" }

export function writtenOf(message: StandardMessage | undefined): Written {
  return {
    description: message?.description ?? "",
    texts: Object.fromEntries(
      message?.texts.map(({ language, subject, bodyHtml }) => [language, { subject: subject ?? "", bodyHtml }]) ?? [],
    ),
    cc: copiesOf(message?.cc ?? []),
    bcc: copiesOf(message?.bcc ?? []),
    attachInvoicePdf: message?.attachInvoicePdf ?? false,
  }
}

/** The languages something is written in, in the order of the tabs. */
export function writtenIn(texts: Written["texts"]): Language[] {
  return languages.filter(language => isWritten(texts[language]))
}

export function isWritten(text: LanguageText | undefined): boolean {
  return text !== undefined && (text.subject.trim() !== "" || hasWords(text.bodyHtml))
}

/** Whether a text holds anything a customer would read: words or a placeholder. */
export function hasWords(bodyHtml: string): boolean {
  const words = bodyHtml.replace(/<[^<>]*>|&nbsp;|\s/g, "")
  return words !== "" || placeholdersIn(bodyHtml).length > 0
}

export function bodyOf(written: Written, attachmentIds: readonly string[]): SaveStandardMessageBody {
  return {
    description: written.description.trim(),
    texts: writtenIn(written.texts).map(language => {
      const { subject, bodyHtml } = written.texts[language] ?? emptyText
      return { language, subject: subject.trim() || null, bodyHtml }
    }),
    cc: inputsOf(written.cc),
    bcc: inputsOf(written.bcc),
    attachmentIds: [...attachmentIds],
    attachInvoicePdf: written.attachInvoicePdf,
  }
}

/** What stands in braces and is no placeholder, by language and field. */
export function unknownOf(text: LanguageText): { subject: string[]; bodyHtml: string[] } {
  return { subject: unknownIn(text.subject), bodyHtml: unknownIn(text.bodyHtml) }
}

function copiesOf(recipients: readonly DefaultRecipient[]): Copies {
  const available = recipients.filter(one => one.available)
  return {
    picked: {
      recipients: available.map(one => one.recipient),
      names: Object.fromEntries(available.map(one => [nameKeyOf(one.recipient), one.name])),
      unfinished: [],
    },
    gone: recipients.filter(one => !one.available),
  }
}

function inputsOf({ picked, gone }: Copies): DefaultRecipientInput[] {
  return [...picked.recipients, ...gone.map(one => one.recipient)]
}
