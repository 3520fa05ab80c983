import type { CaseDetail } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import { useState } from "react"
import { useSession } from "../../access/session"
import { Refusal } from "../../api/refusal"
import { whyNotReady } from "../../attachments/field/uploads"
import { useAfterUploads } from "../../attachments/field/use-after-uploads"
import { useUploads } from "../../attachments/field/use-uploads"
import { useDraft } from "../../drafts/use-draft"
import { useRecipientsAgain } from "../../relations/list-recipients"
import { unfinishedInWords } from "../../relations/recipients/picked-tokens"
import { textOf } from "../../ui/text/clean-html"
import { newContent } from "../recipients/change-recipients"
import { type RecipientRows, useRecipientRows } from "../recipients/use-recipient-rows"
import { useSendMessage } from "../send-message"
import { words } from "../words"

export type Later = { sendAt: string; cancelOnReply: boolean }
export type Compose = ReturnType<typeof useCompose>

/** A message that is being written about a case: its draft, files, recipients, and how it is sent. */
export function useCompose(of: CaseDetail, onSent: (sent: SentMessage) => void, startSubject?: string) {
  const { membership } = useSession()
  const organisationId = membership.organisation.id
  const draft = useDraft({ kind: "message", caseRef: of.ref, organisationId }, () => newContent(of, startSubject))
  const { content, keeper } = draft
  const uploads = useUploads(draft.attachments, done =>
    keeper.change({ attachmentIds: done.map(attachment => attachment.id) }),
  )
  const rows = useRecipientRows(of, content, change => keeper.change(change(keeper.read().content)))
  const askRecipientsAgain = useRecipientsAgain(of.administrationId)
  const sending = useSendMessage()
  const [isTried, setTried] = useState(false)
  const [stopped, setStopped] = useState<string | undefined>()
  const why = missing(content) ?? whyStopped(rows) ?? whyNotReady(uploads.files)

  const afterUploads = useAfterUploads(uploads.files, sendNow)

  async function send(later?: Later): Promise<boolean> {
    setTried(true)
    setStopped(why)
    if (why || afterUploads.isHeld || sending.isPending || forbidden(of)) return false
    return afterUploads.ask(later)
  }
  async function sendNow(later: Later | undefined): Promise<boolean> {
    setStopped(why)
    if (why) return false
    const { to, cc, bcc, subject, bodyHtml, attachmentIds } = keeper.read().content
    const draftId = await keeper.settle()
    if (!draftId && keeper.read().conflict) return false
    try {
      const sent = await sending.mutateAsync({
        draftId: draftId ?? refuseUnreached(keeper.read().error),
        organisationId,
        body: {
          caseRef: of.ref,
          to,
          cc,
          bcc,
          subject,
          bodyHtml,
          attachmentIds,
          confirmedTo: rows.confirmedTo,
          ...later,
        },
      })
      keeper.consumed()
      onSent(sent)
      return true
    } catch (error) {
      if (error instanceof Refusal && error.code === "stale-draft") await keeper.refresh()
      // Who is gone is taken out of the rows by their pickers, and said.
      if (error instanceof Refusal && error.code === "relation-unavailable") await askRecipientsAgain()
      setStopped(error instanceof Refusal && error.code === "unreachable" ? words.notSentDropped : undefined)
      return false
    }
  }
  return {
    of,
    draft,
    content,
    organisationId,
    uploads,
    rows,
    send,
    /** Says who was taken out, in place of a refusal to send to them. */
    leaveOut: (names: string[]) => {
      keeper.leaveOut(names)
      if (sending.error instanceof Refusal && sending.error.code === "relation-unavailable") sending.reset()
    },
    isSending: afterUploads.isHeld || sending.isPending,
    isLocked: draft.phase !== "ready" || draft.conflict !== undefined || of.right === "restricted",
    error: sending.error ?? undefined,
    // What stopped the last try, until it is put right.
    stopped: stopped === why || stopped === words.notSentDropped ? stopped : undefined,
    subjectMissing: isTried && content.subject.trim() === "" ? words.subjectMissing : undefined,
    textMissing: isTried && isEmpty(content.bodyHtml) ? words.textMissing : undefined,
    forbidden: forbidden(of),
  }
}

/** Why nothing can be sent about this case at all. */
function forbidden(of: CaseDetail): string | undefined {
  if (of.right === "restricted") return words.restricted
  return of.doNotMessage ? words.doNotMessageMore : undefined
}

function missing(content: { subject: string; bodyHtml: string }): string | undefined {
  if (content.subject.trim() === "") return words.subjectMissing
  return isEmpty(content.bodyHtml) ? words.textMissing : undefined
}

function whyStopped(rows: RecipientRows): string | undefined {
  if (rows.unfinished !== undefined) return unfinishedInWords(rows.unfinished)
  return rows.question?.kind === "relation" ? words.relationAsked : undefined
}

function isEmpty(html: string): boolean {
  return textOf(html) === ""
}

/** The draft could not be saved, so there is nothing to send under. */
function refuseUnreached(error: Error | undefined): never {
  throw error ?? new Refusal("unreachable", words.notSentDropped)
}
