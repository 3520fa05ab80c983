import type { CaseDetail } from "@casepost/shared/cases"
import { recipientRoles } from "@casepost/shared/delivery"
import type { SentMessage } from "@casepost/shared/messages"
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react"
import { AttachmentField } from "../../attachments/field/attachment-field"
import { useDroppedFiles } from "../../attachments/field/use-dropped-files"
import { DraftNotices } from "../../drafts/draft-notices"
import { words as draftWords } from "../../drafts/words"
import type { WritingHandle, WritingProps } from "../../drafts/writing"
import { classNames } from "../../ui/class-names"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { showToast } from "../../ui/feedback/toasts"
import { FieldRow } from "../../ui/layout/field-row"
import type { RichTextHandle } from "../../ui/text/rich-text-editor"
import type { SubjectHandle } from "../../ui/text/subject/subject-editor"
import { TokensSaid } from "../../ui/tokens/tokens-said"
import { words as uiWords } from "../../ui/words"
import { PartError } from "../../ui/writing/part-error"
import writing from "../../ui/writing/writing.module.css"
import { CopyRow } from "../compose-rows/copy-row"
import { rowProblem } from "../compose-rows/row-problem"
import { SubjectRow } from "../compose-rows/subject-row"
import { ToNotice } from "../compose-rows/to-notice"
import { ToRow } from "../compose-rows/to-row"
import { PreviewDialog } from "../preview/preview-dialog"
import { SendLaterDialog } from "../send-later/send-later-dialog"
import { StandardMessageRow } from "../standard-message/standard-message-row"
import { words } from "../words"
import styles from "./compose.module.css"
import { ComposeFoot } from "./compose-foot"
import { ComposeHint } from "./compose-hint"
import { ComposeProblems } from "./compose-problems"
import { ComposeText } from "./compose-text"
import { SignatureLine } from "./signature-line"
import { type Compose, useCompose } from "./use-compose"

type ComposeFormProps = WritingProps & {
  of: CaseDetail
  onSent: (sent: SentMessage) => void
  /** Writes a note instead: offered where nothing can be sent. */
  onNote: () => void
  /** Of a message without a draft. */
  startSubject?: string | undefined
  handle?: RefObject<WritingHandle | null>
}

/** Writes a message to the customer about a case. Give it the case's id as key: a draft never changes case. */
export function ComposeForm(props: ComposeFormProps) {
  const { of, look } = props
  const compose = useCompose(of, props.onSent, props.startSubject)
  const isLocked = compose.isLocked || props.isWaiting === true
  const { draft, content } = compose
  const [opened, setOpened] = useState<"later" | "preview" | undefined>()
  const [hasTools, setTools] = useState(false)
  const rows = {
    to: useRef<HTMLInputElement>(null),
    cc: useRef<HTMLInputElement>(null),
    bcc: useRef<HTMLInputElement>(null),
  }
  const standard = useRef<HTMLInputElement>(null)
  const subject = useRef<SubjectHandle>(null)
  const text = useRef<RichTextHandle>(null)
  const picker = useRef<HTMLInputElement>(null)
  const isInSubject = useRef(false)
  const drop = useDroppedFiles(compose.uploads.add)

  const { handle, onDraft } = props
  const { keeper, saving, savedAt } = draft
  useEffect(() => onDraft?.({ saving, savedAt }), [onDraft, saving, savedAt])
  useEffect(() => {
    if (!handle) return
    const write = () => (subject.current?.isEmpty() === false ? text.current?.focus() : subject.current?.focus())
    handle.current = { write, keeper }
    return () => {
      handle.current = null
    }
  }, [handle, keeper])

  const isReady = draft.phase === "ready" && !isLocked
  const { autoFocus = false } = props
  useEffect(() => {
    if (!isReady || !autoFocus) return
    if (subject.current?.isEmpty()) subject.current.focus()
    else if (subject.current) text.current?.focus()
  }, [isReady, autoFocus])

  async function send() {
    if (isLocked || (await compose.send())) return
    if (content.subject.trim() === "") subject.current?.focus()
    else if (!subject.current?.openHeld()) text.current?.openHeld()
  }
  /** In the capture phase, because the editor would keep these keys. */
  function onKeys(event: KeyboardEvent) {
    const deed = opened ? undefined : keys[keyOf(event)]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  const keys: Record<string, () => void> = {
    "ctrl+enter": () => void send(),
    "ctrl+shift+enter": () => setOpened("later"),
    "ctrl+shift+c": () => rows.cc.current?.focus(),
    "ctrl+shift+b": () => rows.bcc.current?.focus(),
  }

  const count = compose.rows.question?.kind === "portal-only" ? words.portalOnlyCount : words.undoTime
  if (draft.phase === "loading") return <Skeleton rows={4} withAvatar={false} />
  if (draft.phase === "failed" && draft.error)
    return (
      <div className={writing.failed}>
        <ProblemNotice problem={draft.error} onRetry={() => void draft.keeper.open()} />
      </div>
    )
  return (
    <form
      className={writing.form}
      aria-label={words.newMessage}
      data-look={look}
      onSubmit={event => event.preventDefault()}
      onKeyDownCapture={onKeys}
      onPaste={event => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        compose.uploads.add(Array.from(event.clipboardData.files))
      }}
      onFocusCapture={({ target }) => {
        if (target.isContentEditable) isInSubject.current = target.ariaMultiLine === "false"
      }}
      {...drop.takes}
    >
      <div className={writing.scroll}>
        {props.head}
        <ComposeProblems compose={compose} onRetry={() => void send()} onWrite={() => text.current?.focus()} />
        <div className={writing.notices}>
          <DraftNotices draft={draft} administrationName={of.administrationName} />
        </div>
        <fieldset className={writing.fields} disabled={isLocked}>
          {look === "panel" && (
            <FieldRow label={words.from}>
              <span className={styles.from} title={of.from}>
                {of.from}
              </span>
            </FieldRow>
          )}
          <ToRow compose={compose} inputRef={rows.to} />
          <ToNotice compose={compose} toInput={rows.to} />
          <CopyRow compose={compose} row="cc" inputRef={rows.cc} />
          <CopyRow compose={compose} row="bcc" inputRef={rows.bcc} />
          <TokensSaid
            fields={recipientRoles.map(role => ({ label: words[role], tokens: compose.rows.tokens(role) }))}
          />
          <StandardMessageRow
            compose={compose}
            inputRef={standard}
            onWrite={() => text.current?.focus()}
            onAttach={() => picker.current?.click()}
          />
          <SubjectRow compose={compose} handle={subject} autoFocus={autoFocus && content.subject === ""} />
          <ComposeText
            compose={compose}
            handle={text}
            hasTools={hasTools}
            autoFocus={autoFocus && content.subject !== ""}
            hasCount={look === "panel"}
          />
          <div className={styles.below}>
            <AttachmentField uploads={compose.uploads} />
            <SignatureLine administrationId={of.administrationId} />
          </div>
          <PartError id="compose-files-error">{rowProblem(compose.error, "attachmentIds")}</PartError>
        </fieldset>
      </div>
      <ComposeFoot
        compose={compose}
        picker={picker}
        onPlaceholder={name => (isInSubject.current ? subject : text).current?.insertPlaceholder(name)}
        onSend={() => void send()}
        onSendLater={() => setOpened("later")}
        onPreview={() => setOpened("preview")}
        onTools={() => setTools(!hasTools)}
        onDiscard={() => void discard(compose).then(() => subject.current?.focus())}
        onNote={props.onNote}
        onOpenSidePanel={props.onOpenSidePanel}
        count={count}
        hint={look === "panel" && <ComposeHint count={count} />}
      />
      {drop.isOver && <div className={classNames(writing.drop, styles.drop)}>{words.dropHere}</div>}
      {opened === "later" && <SendLaterDialog compose={compose} onClose={() => setOpened(undefined)} />}
      {opened === "preview" && <PreviewDialog compose={compose} onClose={() => setOpened(undefined)} />}
    </form>
  )
}

async function discard({ draft, uploads }: Compose) {
  const files = uploads.files.flatMap(file => (file.state === "done" ? [file.attachment] : []))
  try {
    const thrown = await draft.keeper.discard()
    showToast({
      kind: "success",
      words: draftWords.discarded,
      action: { label: uiWords.undo, onPress: () => draft.keeper.restore(thrown, files) },
    })
  } catch (error) {
    showToast({ kind: "failure", words: (error as Error).message })
  }
}

function keyOf(event: KeyboardEvent): string {
  if (!event.ctrlKey && !event.metaKey) return ""
  return `ctrl+${event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}`
}
