import type { CaseDetail } from "@casepost/shared/cases"
import { type DraftReminder, emptyContent } from "@casepost/shared/drafts"
import type { NoteEntry } from "@casepost/shared/notes"
import { useRef, useState } from "react"
import { useSession } from "../../access/session"
import { isRefused, Refusal } from "../../api/refusal"
import { whyNotReady } from "../../attachments/field/uploads"
import { useAfterUploads } from "../../attachments/field/use-after-uploads"
import { useUploads } from "../../attachments/field/use-uploads"
import { useDraft } from "../../drafts/use-draft"
import { useRecipientsAgain } from "../../relations/list-recipients"
import { showToast } from "../../ui/feedback/toasts"
import { textOf } from "../../ui/text/clean-html"
import { useAddNote } from "../add-note"
import { useNoteRecipients } from "../recipients/use-note-recipients"
import { newReminder, readReminder } from "../reminder/read-reminder"
import { words } from "../words"
import { useColleagues } from "./use-colleagues"

export type Note = ReturnType<typeof useNote>

/** A note that is being written about a case: its draft, files, recipients and reminder, and how it is saved. */
export function useNote(of: CaseDetail, onSaved: (saved: NoteEntry) => void) {
  const { me, membership } = useSession()
  const organisationId = membership.organisation.id
  const administration = membership.administrations.find(one => one.id === of.administrationId)
  const timeZone = administration?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const draft = useDraft({ kind: "note", caseRef: of.ref, organisationId }, () => emptyContent)
  const { content, keeper } = draft
  const { reminder, names } = content
  const uploads = useUploads(draft.attachments, done =>
    keeper.change({ attachmentIds: done.map(attachment => attachment.id) }),
  )
  /** What was typed before the reminder was switched off comes back with it. */
  const switchedOff = useRef<DraftReminder | undefined>(undefined)
  function changeReminder(part: Partial<DraftReminder>) {
    const before = keeper.read().content.reminder
    if (before) keeper.change({ reminder: { ...before, ...part } })
  }
  const adding = useAddNote()
  /** What was refused of the recipients is not said of others. */
  const forgetRefusal = () => adding.isError && adding.reset()
  const unfinishedOf = (field: string) => content.unfinished[field] ?? []
  const people = useNoteRecipients(
    of,
    { recipients: content.noteRecipients, names, unfinished: unfinishedOf("noteRecipients") },
    now => {
      forgetRefusal()
      keeper.change({
        noteRecipients: [...now.recipients],
        names: { ...now.names },
        unfinished: { ...keeper.read().content.unfinished, noteRecipients: [...now.unfinished] },
      })
    },
  )
  const reminded = useNoteRecipients(
    of,
    { recipients: reminder?.recipients ?? [], names, unfinished: unfinishedOf("reminder") },
    now => {
      forgetRefusal()
      changeReminder({ recipients: [...now.recipients] })
      const unfinished = { ...keeper.read().content.unfinished, reminder: [...now.unfinished] }
      keeper.change({ names: { ...now.names }, unfinished })
    },
  )
  const colleagues = useColleagues(of.administrationId, keeper)
  const askRecipientsAgain = useRecipientsAgain(of.administrationId)
  const [isTried, setTried] = useState(false)
  const [stopped, setStopped] = useState<string | undefined>()
  const read = reminder ? readReminder(reminder, new Date()) : undefined
  const why =
    (textOf(content.bodyHtml) === "" ? words.textMissing : undefined) ??
    (hasUnfinished(content.unfinished, reminder !== null) ? words.unfinished : undefined) ??
    (people.asked || (reminder && reminded.asked) ? words.customerAsked : undefined) ??
    read?.wrong?.why ??
    whyNotReady(uploads.files)

  const afterUploads = useAfterUploads<void>(uploads.files, saveNow)

  async function save(): Promise<boolean> {
    setTried(true)
    setStopped(why)
    if (why || afterUploads.isHeld || adding.isPending) return false
    return afterUploads.ask()
  }
  async function saveNow(): Promise<boolean> {
    setStopped(why)
    if (why) return false
    const written = keeper.read().content
    const draftId = await keeper.settle()
    if (!draftId && keeper.read().conflict) return false
    try {
      const saved = await adding.mutateAsync({
        draftId: draftId ?? refuseUnreached(keeper.read().error),
        organisationId,
        body: {
          caseRef: of.ref,
          bodyHtml: written.bodyHtml,
          recipients: written.noteRecipients,
          mentions: written.mentions,
          attachmentIds: written.attachmentIds,
          reminder: read?.input ?? null,
          confirmedAddresses: [...people.confirmed, ...(reminder ? reminded.confirmed : [])],
        },
      })
      keeper.consumed()
      onSaved(saved)
      return true
    } catch (error) {
      if (isRefused(error, "stale-draft")) await keeper.refresh()
      // Who is gone is taken out by the pickers, and said.
      if (isRefused(error, "relation-unavailable")) await askRecipientsAgain()
      setStopped(isRefused(error, "unreachable") ? words.notSavedDropped : undefined)
      return false
    }
  }
  return {
    of,
    draft,
    content,
    uploads,
    people,
    reminded,
    colleagues,
    switchReminder: (on: boolean) => {
      if (!on && reminder) switchedOff.current = reminder
      const next = on ? (switchedOff.current ?? newReminder(new Date(), timeZone, me.id)) : null
      keeper.change({ reminder: next, names: { ...names, [me.id]: me.name } })
    },
    changeReminder,
    reminderWrong: isTried ? read?.wrong : undefined,
    textMissing: isTried && textOf(content.bodyHtml) === "" ? words.textMissing : undefined,
    // What stopped the last try, until it is put right.
    stopped: stopped === why || stopped === words.notSavedDropped ? stopped : undefined,
    save,
    /** Everything that was written, and its files; a new note begins empty. */
    throwAway: async () => {
      switchedOff.current = undefined
      setTried(false)
      setStopped(undefined)
      await keeper.discard().catch(problem => showToast({ kind: "failure", words: (problem as Error).message }))
    },
    isSaving: afterUploads.isHeld || adding.isPending,
    isLocked: draft.phase !== "ready" || draft.conflict !== undefined,
    error: adding.error ?? undefined,
  }
}

function hasUnfinished(unfinished: Readonly<Record<string, readonly string[]>>, isReminding: boolean): boolean {
  const fields = isReminding ? ["noteRecipients", "reminder"] : ["noteRecipients"]
  return fields.some(field => (unfinished[field] ?? []).length > 0)
}

/** The draft could not be saved, so there is nothing to save the note under. */
function refuseUnreached(error: Error | undefined): never {
  throw error ?? new Refusal("unreachable", words.notSavedDropped)
}
