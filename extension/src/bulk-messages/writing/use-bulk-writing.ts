import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { Language } from "@casepost/shared/organisations"
import { useState } from "react"
import { isRefused } from "../../api/refusal"
import { whyNotReady } from "../../attachments/field/uploads"
import { useAfterUploads } from "../../attachments/field/use-after-uploads"
import { useUploads } from "../../attachments/field/use-uploads"
import { useRecipientsAgain } from "../../relations/list-recipients"
import { unfinishedInWords } from "../../relations/recipients/picked-tokens"
import { useBulkDraft } from "../draft/use-bulk-draft"
import { useSendBulkMessage } from "../send-bulk-message"
import { useMaySend } from "../use-may-send"
import { words } from "../words"
import { useTestBulkMessage } from "./test-bulk-message"
import { languagesShown, unfinishedText } from "./texts"

export type Writing = ReturnType<typeof useBulkWriting>

/** A bulk message that is being written: its draft, files, and how it is sent. */
export function useBulkWriting(message: BulkMessage) {
  const draft = useBulkDraft(message)
  const { keeper, content } = draft
  const forbidden = useMaySend(message) ? undefined : words.write.restricted
  const shownLanguages = languagesShown(content, message)
  const [chosenLanguage, setLanguage] = useState<Language | undefined>()
  const language = chosenLanguage ?? shownLanguages[0] ?? "en"
  const [unfinished, setUnfinished] = useState<Readonly<Record<string, readonly string[]>>>({})
  const [isTried, setTried] = useState(false)
  const [stopped, setStopped] = useState<string | undefined>()
  const uploads = useUploads(draft.attachments, done =>
    keeper.change({ attachmentIds: done.map(attachment => attachment.id) }),
  )
  const sending = useSendBulkMessage()
  const testing = useTestBulkMessage(message.id)
  const askRecipientsAgain = useRecipientsAgain(message.administrationIds[0] ?? "")
  const wanting = unfinishedText(content, shownLanguages)
  const why = whyStopped()
  const afterUploads = useAfterUploads(uploads.files, sendNow)

  function whyStopped(): string | undefined {
    if (wanting) return words.write.wanting[wanting.part](wanting.language)
    const typed = Object.values(unfinished).flat()[0]
    return typed === undefined ? whyNotReady(uploads.files) : unfinishedInWords(typed)
  }
  async function send(sendAt?: string): Promise<boolean> {
    setTried(true)
    setStopped(why)
    if (wanting) setLanguage(wanting.language)
    const isNothing = message.checked >= message.total && message.messages === 0
    if (why || forbidden || isNothing || afterUploads.isHeld || sending.isPending) return false
    return afterUploads.ask(sendAt)
  }
  async function sendNow(sendAt: string | undefined): Promise<boolean> {
    const version = await keeper.settle()
    if (version === undefined) {
      setStopped(keeper.read().newer ? undefined : words.write.notSaved)
      return false
    }
    try {
      await sending.mutateAsync({ id: message.id, version, ...(sendAt ? { sendAt } : {}) })
      keeper.consumed()
      return true
    } catch (error) {
      if (isRefused(error, "relation-unavailable")) await askRecipientsAgain()
      setStopped(isRefused(error, "unreachable") ? words.write.dropped : undefined)
      return false
    }
  }
  async function test(position: number) {
    if ((await keeper.settle()) !== undefined) testing.mutate(position)
  }
  return {
    message,
    draft,
    keeper,
    content,
    uploads,
    language,
    shownLanguages,
    setLanguage,
    administrationId: message.administrationIds[0] ?? "",
    unfinished,
    setUnfinished: (row: string, texts: readonly string[]) => setUnfinished(now => ({ ...now, [row]: texts })),
    send,
    test,
    isSending: afterUploads.isHeld || sending.isPending,
    isTesting: testing.isPending,
    isLocked: draft.newer !== undefined || forbidden !== undefined,
    forbidden,
    error: sending.error ?? undefined,
    /** What in Write keeps it from being sent. */
    why,
    stopped:
      stopped === why || stopped === words.write.dropped || stopped === words.write.notSaved ? stopped : undefined,
    /** What the text in sight lacks, once sending was tried. */
    wanting: isTried && wanting?.language === language ? wanting.part : undefined,
  }
}
