import type { CaseRef } from "@casepost/shared/cases"
import type { Facts } from "@casepost/shared/facts"
import type { RecipientInput } from "@casepost/shared/messages"
import type { Language } from "@casepost/shared/organisations"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { useQuery } from "@tanstack/react-query"
import { FileWarning, Paperclip, Plus, UserRoundX } from "lucide-react"
import { getFacts } from "../../../cases/get-facts"
import { nameKeyOf } from "../../../relations/recipients/people"
import { classNames } from "../../../ui/class-names"
import { useSettled } from "../../../ui/fields/use-settled"
import { CleanHtml } from "../../../ui/text/clean-html"
import { languageNames } from "../../../ui/text/language-names"
import { chooseStandardMessage } from "../../choose-standard-message"
import type { Chooser } from "../use-chooser"
import { words } from "../words"
import { filledForSight } from "./filled-for-sight"
import styles from "./preview.module.css"

type PreviewProps = { chooser: Chooser; of: StandardMessageSummary; caseRef: CaseRef }

/** The marked standard message as it would stand in this message, and what it adds. */
export function ChooserPreview({ chooser, of, caseRef }: PreviewProps) {
  const { language } = chooser
  // Walking through the list with a key held down asks for nothing on the way.
  const asked = useSettled(`${of.id} ${language ?? ""}`, 120)
  const isSettled = asked === `${of.id} ${language ?? ""}`
  const chosen = useQuery({ ...chooseStandardMessage({ id: of.id, caseRef, language }), enabled: isSettled })
  const facts = useQuery(getFacts(caseRef))
  const shown = chosen.data
  return (
    <section className={styles.preview} aria-label={words.previewOf(of.description)}>
      <PreviewHead chooser={chooser} shown={shown?.language ?? language} />
      {shown && facts.data ? (
        <PreviewText subject={shown.subject} bodyHtml={shown.bodyHtml} facts={facts.data} />
      ) : (
        <p className={styles.begins}>{chosen.error?.message ?? ""}</p>
      )}
      {shown && (
        <ul className={styles.adds}>
          {shown.cc.length > 0 && <Added icon={Plus}>{words.addsCc(namesOf(shown.cc, shown.names))}</Added>}
          {shown.bcc.length > 0 && <Added icon={Plus}>{words.addsBcc(namesOf(shown.bcc, shown.names))}</Added>}
          {shown.attachments.length > 0 && <Added icon={Paperclip}>{words.files(shown.attachments.length)}</Added>}
          {shown.invoicePdf && <Added icon={Paperclip}>{shown.invoicePdf.name}</Added>}
          {shown.invoicePdfMissing && (
            <Added icon={FileWarning} isWarning>
              {words.noInvoicePdf}
            </Added>
          )}
          {shown.leftOut.length > 0 && (
            <Added icon={UserRoundX} isWarning>
              {words.leftOut(shown.leftOut.join(", "))}
            </Added>
          )}
        </ul>
      )}
    </section>
  )
}

function PreviewHead({ chooser, shown }: { chooser: Chooser; shown: Language | undefined }) {
  const isShort = chooser.languages.length > 2
  return (
    <div className={styles.previewHead}>
      <strong>{words.preview}</strong>
      {chooser.languages.length > 1 && (
        <span className={styles.switch}>
          {chooser.languages.map(language => (
            <button
              key={language}
              type="button"
              tabIndex={-1}
              className={classNames(styles.segment, language === shown && styles.on)}
              aria-pressed={language === shown}
              aria-label={languageNames[language]}
              lang={language}
              onClick={() => chooser.askLanguage(language)}
            >
              {isShort ? language.toUpperCase() : languageNames[language]}
            </button>
          ))}
        </span>
      )}
      {shown !== undefined && shown === chooser.props.language && (
        <span className={styles.ofCustomer}>{words.languageOfCustomer}</span>
      )}
    </div>
  )
}

function PreviewText({ subject, bodyHtml, facts }: { subject: string | null; bodyHtml: string; facts: Facts }) {
  const seen = filledForSight({ subject: subject ?? "", bodyHtml }, facts)
  return (
    <div className={styles.text}>
      {subject !== null && (
        <p className={styles.subject}>
          <CleanHtml html={seen.subjectHtml} />
        </p>
      )}
      <CleanHtml html={seen.bodyHtml} />
    </div>
  )
}

type AddedProps = { icon: typeof Plus; isWarning?: boolean; children: string }

function Added({ icon: Icon, isWarning = false, children }: AddedProps) {
  return (
    <li className={classNames(isWarning && styles.warning)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </li>
  )
}

function namesOf(copies: readonly RecipientInput[], names: Readonly<Record<string, string>>): string {
  return copies.map(one => names[nameKeyOf(one)] ?? nameKeyOf(one)).join(", ")
}
