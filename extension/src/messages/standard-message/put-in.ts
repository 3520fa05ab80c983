import type { DraftContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import type { ChosenStandardMessage } from "@casepost/shared/standard-messages"
import { type People, tokenOf } from "../../relations/recipients/people"
import { isReplySubject } from "../compose/reply-subject"
import { changeRow, pickedOf } from "../recipients/change-recipients"
import { type Brought, filesOf, type Written } from "./brought"

/** What becomes of what was typed: it gives way, stays under the text (with its subject), or only its subject stays. */
export type Manner = "replace" | "above" | "keep-subject"

/** What was typed, and would have to give way. The subject of a reply stays in any case. */
export function typedIn(content: DraftContent, chosen: ChosenStandardMessage): { subject: boolean; text: boolean } {
  const { subject, bodyHtml } = content
  const isSubject = subject.trim() !== "" && !isReplySubject(subject)
  return {
    subject: isSubject && chosen.subject !== null && subject !== chosen.subject,
    text: !isBlank(bodyHtml) && bodyHtml !== chosen.bodyHtml,
  }
}

/** Puts a standard message into a message: subject, text, copies and files; and says what of it came with it. */
export function putIn(
  { content, files }: Written,
  { chosen, manner }: { chosen: ChosenStandardMessage; manner: Manner },
  people: People,
): Written & { brought: Brought } {
  const typed = typedIn(content, chosen)
  const keepsSubject =
    chosen.subject === null || isReplySubject(content.subject) || (typed.subject && manner !== "replace")
  const subject = keepsSubject ? content.subject : (chosen.subject ?? "")
  const mine = typed.text && manner !== "replace" ? content.bodyHtml : ""
  const withCopies = addCopies(addCopies(content, "cc", chosen, people), "bcc", chosen, people)
  const added = filesOf(chosen).filter(file => !files.some(other => other.id === file.id))
  const all = [...files, ...added]
  const fresh = (role: "cc" | "bcc") => {
    const before = content[role].map(tokenOf)
    return withCopies[role].map(tokenOf).filter(token => !before.includes(token))
  }
  return {
    content: {
      ...withCopies,
      subject,
      bodyHtml: `${chosen.bodyHtml}${mine}`,
      attachmentIds: all.map(file => file.id),
      standardMessageId: chosen.id,
    },
    files: all,
    brought: {
      standardMessageId: chosen.id,
      description: chosen.description,
      ...(keepsSubject ? {} : { subject: { before: manner === "replace" ? "" : content.subject, after: subject } }),
      bodyHtml: chosen.bodyHtml,
      cc: fresh("cc"),
      bcc: fresh("bcc"),
      fileIds: added.map(file => file.id),
      isPdfMissing: chosen.invoicePdfMissing,
    },
  }
}

/** Nobody stands twice: who is there already stays where she is. */
function addCopies(
  content: DraftContent,
  role: "cc" | "bcc",
  chosen: ChosenStandardMessage,
  people: People,
): DraftContent {
  const picked = pickedOf(content, role)
  const recipients: RecipientInput[] = [...picked.recipients, ...chosen[role]]
  const names = { ...picked.names, ...chosen.names }
  return { ...content, ...changeRow(content, { role, picked: { ...picked, recipients, names } }, people) }
}

/** Whether HTML of the editor holds no words and no placeholder. */
function isBlank(html: string): boolean {
  return html.replace(/<[^<>]*>|&nbsp;/g, "").trim() === ""
}
