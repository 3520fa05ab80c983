import type { Membership } from "@casepost/shared/access"
import { useQuery } from "@tanstack/react-query"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { Skeleton } from "../ui/feedback/skeleton"
import { SettingsHead } from "../ui/layout/settings-head"
import styles from "./administration-signature-page.module.css"
import { getAdministrationSignature } from "./get-administration-signature"
import { useSaveAdministrationSignature } from "./save-administration-signature"
import { SignatureForm } from "./signature-form"
import { words } from "./words"

type Administration = Membership["administrations"][number]

/** Administration settings, Signature: what is added where a user has none. */
export function AdministrationSignaturePage({ administration }: { administration: Administration | undefined }) {
  return administration ? <OfAdministration administration={administration} /> : null
}

function OfAdministration({ administration }: { administration: Administration }) {
  const kept = useQuery(getAdministrationSignature(administration.id))
  const save = useSaveAdministrationSignature(administration.id)
  return (
    <div className={styles.page}>
      <SettingsHead kicker={words.kicker} title={words.title} lead={words.ofAdministration(administration.name)} />
      <p className={styles.order}>{words.order}</p>
      {kept.error && <ProblemNotice problem={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.isPending && <Skeleton rows={1} withAvatar={false} />}
      {kept.data && <SignatureForm kept={kept.data} save={save} placeholder={words.placeholderOfAdministration} />}
    </div>
  )
}
