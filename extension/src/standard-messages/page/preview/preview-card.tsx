import type { CaseDetail } from "@casepost/shared/cases"
import type { Facts } from "@casepost/shared/facts"
import { Paperclip } from "lucide-react"
import { useSignature } from "../../../signatures/get-signature"
import { SignatureShown } from "../../../signatures/signature-shown"
import { Avatar } from "../../../ui/marks/avatar"
import { CleanHtml } from "../../../ui/text/clean-html"
import { inEnglish } from "../../../ui/text/language-names"
import { filledForSight } from "../../chooser/preview/filled-for-sight"
import { hasWords, type LanguageText } from "../form/written"
import { words } from "../words"
import styles from "./preview.module.css"

type PreviewCardProps = {
  of: CaseDetail
  senderName: string
  text: LanguageText
  facts: Facts
  copies: readonly string[]
  files: readonly string[]
}

/** The mail: who it is from and for, subject, text, the signature that is added, files. */
export function PreviewCard({ of, senderName, text, facts, copies, files }: PreviewCardProps) {
  const signature = useSignature(of.administrationId).data
  const seen = filledForSight(text, facts)
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <Avatar name={senderName} size={32} />
        <div className={styles.who}>
          <p className={styles.from}>{of.from}</p>
          <p className={styles.to}>{words.to(of.generalAddress, copies)}</p>
        </div>
        <p className={styles.subject} lang={facts.language}>
          {text.subject.trim() ? (
            <CleanHtml html={seen.subjectHtml} />
          ) : (
            <span className={styles.quiet}>{words.ownSubject}</span>
          )}
        </p>
      </header>
      <div className={styles.body} lang={facts.language}>
        {hasWords(text.bodyHtml) ? (
          <CleanHtml html={seen.bodyHtml} />
        ) : (
          <p className={styles.quiet}>{words.nothingWritten(inEnglish[facts.language])}</p>
        )}
      </div>
      {signature && (signature.html || signature.logo) && (
        <div className={styles.signature}>
          <SignatureShown signature={signature} />
        </div>
      )}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
            <li key={`${name} ${place}`}>
              <Paperclip size={15} strokeWidth={1.75} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
