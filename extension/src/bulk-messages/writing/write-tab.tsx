import { Signature } from "lucide-react"
import { useId, useRef, useState } from "react"
import { useSession } from "../../access/session"
import { refusedField } from "../../api/refusal"
import { useDroppedFiles } from "../../attachments/field/use-dropped-files"
import { useSignature } from "../../signatures/get-signature"
import { FieldRow } from "../../ui/layout/field-row"
import type { RichTextHandle } from "../../ui/text/rich-text-editor"
import { SubjectField } from "../../ui/text/subject/subject-field"
import { PartError } from "../../ui/writing/part-error"
import { words } from "../words"
import { CopiesRow } from "./copies-row"
import { Files } from "./files"
import { LanguageText } from "./language-text"
import { SlowFiles } from "./slow-files"
import { StandardMessageRow } from "./standard-message-row"
import { textIn, withText } from "./texts"
import type { Writing } from "./use-bulk-writing"
import styles from "./writing.module.css"

const chips = {}

/** What is written once and filled in for every case. */
export function WriteTab({ writing }: { writing: Writing }) {
  const { content, keeper, language, uploads, isLocked } = writing
  const [isActive, setActive] = useState(false)
  const text = useRef<RichTextHandle>(null)
  const drop = useDroppedFiles(uploads.add)
  const id = useId()
  const subjectError =
    refusedField(writing.error, "content.subject") ??
    (writing.wanting === "subject" ? words.write.wanting.subject(language) : undefined)
  return (
    <div className={styles.tab} {...drop.takes}>
      <div className={styles.rows}>
        <FieldRow label={words.write.from}>{useFrom(writing)}</FieldRow>
        <FieldRow label={words.write.to}>{words.write.each}</FieldRow>
        <CopiesRow writing={writing} row="cc" />
        <CopiesRow writing={writing} row="bcc" />
        <StandardMessageRow writing={writing} onChosen={() => text.current?.focus()} />
        <FieldRow label={words.write.subject} htmlFor={id} isActive={isActive}>
          <span className={styles.subject}>
            <SubjectField
              key={language}
              id={id}
              label={words.write.subject}
              value={textIn(content, language).subject}
              onChange={subject => keeper.change({ texts: withText(keeper.read().content, language, { subject }) })}
              placeholders={chips}
              isDisabled={isLocked}
              isInvalid={subjectError !== undefined}
              onFocusChange={setActive}
              aria-describedby={subjectError ? `${id}-error` : undefined}
            />
          </span>
        </FieldRow>
        <PartError id={`${id}-error`}>{subjectError}</PartError>
      </div>
      <LanguageText writing={writing} handle={text} />
      <SignatureSaid administrationId={writing.administrationId} />
      <Files writing={writing} />
      <SlowFiles writing={writing} />
      {drop.isOver && <div className={styles.drop}>{words.write.dropHere}</div>}
    </div>
  )
}

/** "Sanne de Wit via Van der Meer Bouwmaterialen" */
function useFrom({ message }: Writing): string {
  const { me, membership } = useSession()
  const [only, ...others] = membership.administrations.filter(one => message.administrationIds.includes(one.id))
  return only && others.length === 0 ? `${me.name} via ${only.senderName}` : words.write.fromEach(me.name)
}

function SignatureSaid({ administrationId }: { administrationId: string }) {
  const signature = useSignature(administrationId)
  if (!signature.data) return <p className={styles.signature} />
  return (
    <p className={styles.signature}>
      <Signature size={15} strokeWidth={1.75} aria-hidden="true" />
      {signature.data.html ? words.write.signature : words.write.noSignature}
    </p>
  )
}
