import type { Membership } from "@casepost/shared/access"
import type { Language } from "@casepost/shared/organisations"
import type { SaveStandardMessageBody, StandardMessage } from "@casepost/shared/standard-messages"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { isRefused } from "../../../api/refusal"
import { AttachmentField } from "../../../attachments/field/attachment-field"
import { useAfterUploads } from "../../../attachments/field/use-after-uploads"
import { useUploads } from "../../../attachments/field/use-uploads"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { clearSuccess } from "../../../ui/feedback/toasts"
import { Checkbox } from "../../../ui/fields/checkbox"
import { TextField } from "../../../ui/fields/text-field"
import { goTo } from "../../../ui/place/place"
import { useUnsavedChanges } from "../../../ui/place/use-unsaved-changes"
import { StaleNotice } from "../../../ui/writing/stale-notice"
import { MessagePreview } from "../preview/message-preview"
import { words } from "../words"
import { CopiesField } from "./copies-field"
import { FilesField } from "./files-field"
import { LanguageTabs } from "./language-tabs"
import styles from "./message-form.module.css"
import { MessageHead } from "./message-head"
import { useWritten } from "./use-written"
import { UsedLine } from "./used-line"
import { bodyOf, emptyText } from "./written"
import { firstWrong, refusedLanguage, wrongIn } from "./wrong"

/** Saving as the form sees it. `saveOver`: over what somebody else saved meanwhile. */
export type Saving = {
  save: (body: SaveStandardMessageBody) => Promise<StandardMessage>
  saveOver?: (body: SaveStandardMessageBody) => Promise<StandardMessage>
  isPending: boolean
  error: Error | null
  sent: SaveStandardMessageBody | undefined
}

type MessageFormProps = {
  administration: Membership["administrations"][number]
  /** Left out: a new one. */
  message?: StandardMessage
  saving: Saving
  onSaved: (saved: StandardMessage) => void
}

/** Writes a standard message: what it is called, whom it copies in, its text in every language, its files; beside it a preview. */
export function MessageForm({ administration, message, saving, onSaved }: MessageFormProps) {
  const form = useWritten(message, administration.defaultLanguage as Language)
  const { written, change, language } = form
  const [files, setFiles] = useState(message?.attachments ?? [])
  const [startedWith] = useState(files)
  const uploads = useUploads(startedWith, done => setFiles([...done]))
  const [isTried, setTried] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const body = bodyOf(
    written,
    files.map(({ id }) => id),
  )
  const [start] = useState(() => JSON.stringify(body))
  const isUnfinished = written.cc.picked.unfinished.length + written.bcc.picked.unfinished.length > 0
  const isBusyWithFiles = uploads.files.some(file => file.state !== "done")
  const isChanged = !isSaved && (JSON.stringify(body) !== start || isUnfinished || isBusyWithFiles)
  const { ask, question } = useUnsavedChanges(isChanged)
  const wrong = wrongIn(written, body, { error: saving.error, sent: saving.sent, isTried })
  const latest = useRef(body)
  latest.current = body
  useEffect(clearSuccess, [])

  const held = useAfterUploads(uploads.files, async (save: Saving["save"]) => {
    try {
      const saved = await save(latest.current)
      setSaved(true)
      onSaved(saved)
      return true
    } catch (error) {
      const refused = refusedLanguage(error, latest.current)
      if (refused) form.show(refused)
      focusWrong()
      return false
    }
  })
  /** What was refused stands beside its field: the first of them gets the focus, once it is drawn. */
  function focusWrong() {
    const first = "[data-invalid] input, [data-wrong] [role=textbox]"
    setTimeout(() => element.current?.querySelector<HTMLElement>(first)?.focus(), 60)
  }
  /** What stands in the way of saving; the first of it gets the focus. */
  function isInTheWay(): boolean {
    const wrongNow = wrongIn(written, body, { error: null, sent: undefined, isTried: true })
    const wrongLanguage = firstWrong(written, wrongNow, language)
    if (wrongLanguage) form.show(wrongLanguage)
    const isFileWrong = uploads.files.some(file => file.state === "failed" || file.state === "refused")
    if (!wrongNow.description && !wrongLanguage && !isUnfinished && !isFileWrong) return false
    focusWrong()
    return true
  }
  function save(by: Saving["save"] | undefined = saving.save) {
    setTried(true)
    if (!saving.isPending && !held.isHeld && !isInTheWay()) void held.ask(by)
  }
  const text = written.texts[language] ?? emptyText
  const hasNoText = isTried && body.texts.length === 0
  const wrongText = wrong.texts[language] ?? {}
  return (
    <form
      ref={element}
      className={styles.form}
      aria-label={message?.description ?? words.newTitle}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        // What floats over the page has forms of its own, and hands their submits up to here.
        if (event.target === event.currentTarget) save()
      }}
    >
      <MessageHead
        title={message?.description ?? words.newTitle}
        isChanged={isChanged}
        isBusy={saving.isPending || held.isHeld}
        onCancel={() => ask(() => goTo("messages"))}
        message={message}
        administration={administration}
      />
      <div className={styles.columns}>
        <div className={styles.fields}>
          {message && isRefused(saving.error, "stale-draft") && (
            <StaleNotice
              theirs={{ title: words.seeTheirs, href: `#/messages/${message.id}` }}
              isBusy={saving.isPending}
              onSaveOver={() => save(saving.saveOver)}
            >
              {words.stale}
            </StaleNotice>
          )}
          {wrong.other && <ProblemNotice problem={wrong.other} />}
          <TextField
            label={words.description}
            value={written.description}
            onChange={description => change({ description })}
            error={wrong.description}
            maxLength={200}
            autoComplete="off"
            autoFocus={!message}
          />
          <div className={styles.pair}>
            <CopiesField
              label={words.defaultCc}
              administration={administration}
              value={written.cc}
              onChange={cc => change({ cc })}
              problem={wrong.cc}
            />
            <CopiesField
              label={words.defaultBcc}
              administration={administration}
              value={written.bcc}
              onChange={bcc => change({ bcc })}
              problem={wrong.bcc}
            />
          </div>
          <LanguageTabs form={form} wrong={{ ...wrongText, ...(hasNoText ? { bodyHtml: words.writeOne } : {}) }} />
          <FilesField onFiles={uploads.add} problem={wrong.files}>
            <AttachmentField uploads={uploads} />
          </FilesField>
          <Checkbox
            isSelected={written.attachInvoicePdf}
            onChange={attachInvoicePdf => change({ attachInvoicePdf })}
            description={words.attachPdfMore}
          >
            {words.attachPdf}
          </Checkbox>
          {message && <UsedLine message={message} />}
        </div>
        <MessagePreview
          administration={administration}
          language={language}
          text={text}
          copies={written.cc.picked}
          files={uploads.files.map(file => file.name)}
        />
      </div>
      {question}
    </form>
  )
}
