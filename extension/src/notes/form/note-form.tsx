import type { CaseDetail } from "@casepost/shared/cases"
import type { NoteEntry } from "@casepost/shared/notes"
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react"
import { useDroppedFiles } from "../../attachments/field/use-dropped-files"
import { DraftNotices } from "../../drafts/draft-notices"
import type { WritingHandle, WritingProps } from "../../drafts/writing"
import { classNames } from "../../ui/class-names"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { FieldRow } from "../../ui/layout/field-row"
import { RichText } from "../../ui/text/rich-text"
import type { RichTextHandle } from "../../ui/text/rich-text-editor"
import { PartError } from "../../ui/writing/part-error"
import writing from "../../ui/writing/writing.module.css"
import { CustomerQuestion } from "../recipients/customer-question"
import { NotePeople } from "../recipients/note-people"
import { words } from "../words"
import { NoteBar } from "./note-bar"
import { NoteFiles } from "./note-files"
import { NoteFoot } from "./note-foot"
import styles from "./note-form.module.css"
import { isShownInParts, partProblem, shownPaths } from "./note-problem"
import { ReminderCard } from "./reminder-card"
import { ThrowAwayDialog } from "./throw-away-dialog"
import { useNote } from "./use-note"

type NoteFormProps = WritingProps & {
  of: CaseDetail
  onSaved: (saved: NoteEntry) => void
  handle?: RefObject<WritingHandle | null>
}

/** Writes an internal note about a case. Give it the case's id as key: a draft never changes case. */
export function NoteForm(props: NoteFormProps) {
  const { of, look, handle, autoFocus = false, onDraft } = props
  const note = useNote(of, props.onSaved)
  const { draft, content, people } = note
  const isLocked = note.isLocked || props.isWaiting === true
  const [hasTools, setTools] = useState(false)
  const [isThrowing, setThrowing] = useState(false)
  const [isActive, setActive] = useState(false)
  const text = useRef<RichTextHandle>(null)
  const drop = useDroppedFiles(note.uploads.add)
  const id = useId()

  const { keeper, saving, savedAt } = draft
  useEffect(() => onDraft?.({ saving, savedAt }), [onDraft, saving, savedAt])
  useEffect(() => {
    if (!handle) return
    handle.current = { write: () => text.current?.focus(), keeper }
    return () => {
      handle.current = null
    }
  }, [handle, keeper])

  async function save() {
    if (isLocked || (await note.save())) return
    if (text.current?.isEmpty()) text.current.focus()
  }
  /** In the capture phase, because the editor would keep this key. */
  function onKeys(event: KeyboardEvent) {
    if (isThrowing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }

  if (draft.phase === "loading") return <Skeleton rows={4} withAvatar={false} />
  if (draft.phase === "failed" && draft.error)
    return (
      <div className={writing.failed}>
        <ProblemNotice problem={draft.error} onRetry={() => void keeper.open()} />
      </div>
    )
  return (
    <form
      className={writing.form}
      aria-label={words.newNote}
      onSubmit={event => event.preventDefault()}
      onKeyDownCapture={onKeys}
      onPaste={event => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        note.uploads.add(Array.from(event.clipboardData.files))
      }}
      {...drop.takes}
    >
      <div className={writing.scroll}>
        {props.head}
        <NoteBar />
        <div className={writing.notices}>
          <NoteProblem note={note} onRetry={() => void save()} />
          <DraftNotices draft={draft} administrationName={of.administrationName} />
        </div>
        <fieldset className={writing.fields} disabled={isLocked}>
          <div className={classNames(writing.text, styles.text)}>
            <RichText
              label={words.text}
              placeholder={words.textPlaceholder}
              value={content.bodyHtml}
              onChange={note.colleagues.write}
              mentions={note.colleagues.mentions}
              hasTools={hasTools}
              isDisabled={isLocked}
              autoFocus={autoFocus}
              handle={text}
              {...(note.textMissing ? { "aria-describedby": `${id}-text` } : {})}
            />
          </div>
          <PartError id={`${id}-text`}>{partProblem(note.error, "bodyHtml") ?? note.textMissing}</PartError>
          <div className={styles.people}>
            <FieldRow label={words.recipients} htmlFor={`${id}-people`} isActive={isActive} tone="note">
              <NotePeople
                people={people}
                inputId={`${id}-people`}
                problem={partProblem(note.error, "recipients")}
                onFocusChange={setActive}
                onLeftOut={keeper.leaveOut}
                isDisabled={isLocked}
              />
            </FieldRow>
          </div>
          <div className={styles.asking}>
            <CustomerQuestion people={people} customerName={of.customerName} />
          </div>
          <ReminderCard note={note} />
          <NoteFiles uploads={note.uploads} isDisabled={isLocked} />
          <PartError id={`${id}-files`}>{partProblem(note.error, "attachmentIds")}</PartError>
        </fieldset>
      </div>
      <NoteFoot
        note={note}
        onSave={() => void save()}
        onTools={() => setTools(!hasTools)}
        onThrowAway={() => setThrowing(true)}
        onOpenSidePanel={props.onOpenSidePanel}
        hasKeys={look === "panel"}
      />
      {drop.isOver && <div className={classNames(writing.drop, styles.drop)}>{words.dropHere}</div>}
      {isThrowing && (
        <ThrowAwayDialog
          onClose={() => setThrowing(false)}
          onThrowAway={() => {
            setThrowing(false)
            void note.throwAway().then(() => text.current?.focus())
          }}
        />
      )}
    </form>
  )
}

/** What the last try to save met, where no part shows it. */
function NoteProblem({ note, onRetry }: { note: ReturnType<typeof useNote>; onRetry: () => void }) {
  const { stopped, error } = note
  const isDropped = stopped === words.notSavedDropped
  const isInPlace = stopped === words.textMissing || stopped === note.reminderWrong?.why
  if (stopped !== undefined && !isInPlace)
    return (
      <ProblemNotice
        problem={{ message: stopped, ...(isDropped ? { code: "unreachable" } : {}) }}
        {...(isDropped ? { onRetry } : {})}
      />
    )
  if (stopped !== undefined || !error || isShownInParts(error)) return null
  return <ProblemNotice problem={error} shownFields={shownPaths(error)} />
}
