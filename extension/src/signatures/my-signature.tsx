import { useQuery } from "@tanstack/react-query"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { Skeleton } from "../ui/feedback/skeleton"
import { Section } from "../ui/layout/section"
import { getMySignature } from "./get-my-signature"
import { useSaveMySignature } from "./save-my-signature"
import { SignatureForm } from "./signature-form"
import { words } from "./words"

/** My own signature in the organisation on screen. */
export function MySignature() {
  const kept = useQuery(getMySignature)
  const save = useSaveMySignature()
  return (
    <Section title={words.mine} lead={words.mineLead}>
      {kept.error && <ProblemNotice problem={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.isPending && <Skeleton rows={1} withAvatar={false} />}
      {kept.data && <SignatureForm kept={kept.data} save={save} placeholder={words.placeholder} />}
    </Section>
  )
}
