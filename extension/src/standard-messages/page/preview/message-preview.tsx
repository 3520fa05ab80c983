import type { Membership } from "@casepost/shared/access"
import type { CaseSummary } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { DefaultRecipientInput } from "@casepost/shared/standard-messages"
import { useQuery } from "@tanstack/react-query"
import { getCase } from "../../../cases/get-case"
import { getFacts } from "../../../cases/get-facts"
import { nameKeyOf } from "../../../relations/recipients/people"
import type { Picked } from "../../../relations/recipients/picked"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import type { LanguageText } from "../form/written"
import { words } from "../words"
import { FilledState } from "./filled-state"
import styles from "./preview.module.css"
import { PreviewCard } from "./preview-card"
import { SampleField } from "./sample-field"
import { useSample } from "./use-sample"

type MessagePreviewProps = {
  administration: Membership["administrations"][number]
  language: Language
  text: LanguageText
  copies: Picked<DefaultRecipientInput>
  files: readonly string[]
}

/** The text on screen as the customer of a case would read it, filled by the same function that fills what is sent. */
export function MessagePreview(props: MessagePreviewProps) {
  const { administration } = props
  const { sample, choose, hasNone, error } = useSample(administration.id)
  return (
    <aside
      className={styles.preview}
      aria-label={words.preview}
      // Choosing a case is no way to save.
      onKeyDown={event => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault()
      }}
    >
      <SampleField administrationId={administration.id} sample={sample} onChoose={choose} />
      {error && !sample && <ProblemNotice problem={error} />}
      {hasNone && !sample && <p className={styles.none}>{words.noCases}</p>}
      {sample && <Filled key={sample.ref.id} sample={sample} {...props} />}
    </aside>
  )
}

function Filled({
  sample,
  administration,
  language,
  text,
  copies,
  files,
}: MessagePreviewProps & { sample: CaseSummary }) {
  const facts = useQuery(getFacts(sample.ref))
  const of = useQuery(getCase(sample.ref))
  const problem = facts.error ?? of.error
  if (problem && (!facts.data || !of.data))
    return <ProblemNotice problem={problem} onRetry={() => void Promise.all([facts.refetch(), of.refetch()])} />
  if (!facts.data || !of.data) return <Skeleton rows={4} withAvatar={false} />
  const inLanguage = { ...facts.data, language }
  const names = copies.recipients.map(one => copies.names[nameKeyOf(one)] ?? nameKeyOf(one))
  return (
    <>
      <PreviewCard
        of={of.data}
        senderName={administration.senderName}
        text={text}
        facts={inLanguage}
        copies={names}
        files={files}
      />
      <FilledState text={text} facts={inLanguage} />
    </>
  )
}
