import type { CaseDetail } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useSession } from "../../access/session"
import { isRefused, Refusal } from "../../api/refusal"
import { whyNotReady } from "../../attachments/field/uploads"
import { useAfterUploads } from "../../attachments/field/use-after-uploads"
import { useUploads } from "../../attachments/field/use-uploads"
import { useDraft } from "../../drafts/use-draft"
import { useRecipientsAgain } from "../../relations/list-recipients"
import { unfinishedInWords } from "../../relations/recipients/picked-tokens"
import { textOf } from "../../ui/text/clean-html"
import { useFilled } from "../placeholders/use-filled"
import { newContent } from "../recipients/change-recipients"
import { type RecipientRows, useRecipientRows } from "../recipients/use-recipient-rows"
import { useSendMessage } from "../send-message"
import { useStandardMessage } from "../standard-message/use-standard-message"
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
  const filled = useFilled(of.ref, content)
  const { standardMessageId } = content
  const standard = useStandardMessage({ of, keeper, uploads, people: rows.people, standardMessageId })
  const queries = useQueryClient()
  const askRecipientsAgain = useRecipientsAgain(of.administrationId)
  const sending = useSendMessage()
  const [isTried, setTried] = useState(false)
  const [stopped, setStopped] = useState<string | undefined>()
  const wrong = {
    subject: content.subject.trim() === "" ? words.subjectMissing : filled.wrong.subject,
    bodyHtml: isEmpty(content.bodyHtml) ? words.textMissing : filled.wrong.bodyHtml,
  }
  const pdfWanted = standard.isPdfWanted ? words.standard.pdfWanted : undefined
  const why = wrong.subject ?? wrong.bodyHtml ?? whyStopped(rows) ?? pdfWanted ?? whyNotReady(uploads.files)

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
    const { to, cc, bcc, subject, bodyHtml, attachmentIds, standardMessageId: begunWith } = keeper.read().content
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
          standardMessageId: begunWith,
          confirmedTo: rows.confirmedTo,
          ...later,
        },
      })
      keeper.consumed()
      onSent(sent)
      return true
    } catch (error) {
      if (isRefused(error, "stale-draft")) await keeper.refresh()
      // Since the facts were read here, one of them went.
      if (isRefused(error, "placeholder-missing"))
        await queries.invalidateQueries({ queryKey: ["facts", of.ref.kind, of.ref.id] })
      // Who is gone is taken out of the rows by their pickers, and said.
      if (isRefused(error, "relation-unavailable")) await askRecipientsAgain()
      setStopped(isRefused(error, "unreachable") ? words.notSentDropped : undefined)
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
    filled,
    standard,
    send,
    /** Says who was taken out, in place of a refusal to send to them. */
    leaveOut: (names: string[]) => {
      keeper.leaveOut(names)
      if (isRefused(sending.error, "relation-unavailable")) sending.reset()
    },
    isSending: afterUploads.isHeld || sending.isPending,
    isLocked: draft.phase !== "ready" || draft.conflict !== undefined || of.right === "restricted",
    error: sending.error ?? undefined,
    // What stopped the last try, until it is put right.
    stopped: stopped === why || stopped === words.notSentDropped ? stopped : undefined,
    // Said beside the fields from the first try on.
    wrong: isTried ? wrong : right,
    forbidden: forbidden(of),
  }
}

/** Why nothing can be sent about this case at all. */
function forbidden(of: CaseDetail): string | undefined {
  if (of.right === "restricted") return words.restricted
  return of.doNotMessage ? words.doNotMessageMore : undefined
}

function whyStopped(rows: RecipientRows): string | undefined {
  if (rows.unfinished !== undefined) return unfinishedInWords(rows.unfinished)
  return rows.question?.kind === "relation" ? words.relationAsked : undefined
}

const right: { subject: string | undefined; bodyHtml: string | undefined } = { subject: undefined, bodyHtml: undefined }

function isEmpty(html: string): boolean {
  return textOf(html) === ""
}

/** The draft could not be saved, so there is nothing to send under. */
function refuseUnreached(error: Error | undefined): never {
  throw error ?? new Refusal("unreachable", words.notSentDropped)
}
