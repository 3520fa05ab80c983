import { deeds } from "@casepost/shared/signatures"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../api/backend"
import { Button } from "../ui/buttons/button"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { Skeleton } from "../ui/feedback/skeleton"
import { showToast } from "../ui/feedback/toasts"
import { Card } from "../ui/layout/card"
import { Section } from "../ui/layout/section"
import { RichText } from "../ui/text/rich-text"
import styles from "./my-signature.module.css"
import { words } from "./words"

/** My own signature in the organisation on screen. */
export function MySignature() {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<string | undefined>()
  const kept = useQuery({
    queryKey: ["my-signature"],
    queryFn: ({ signal }) => call(deeds.getMySignature, {}, { signal }),
    refetchOnWindowFocus: false,
  })
  const save = useMutation({
    mutationFn: (html: string) => call(deeds.saveMySignature, { body: { html: html === "" ? null : html } }),
    onSuccess: async answer => {
      queries.setQueryData(["my-signature"], answer)
      setTyped(undefined)
      showToast({ kind: "success", words: words.saved })
    },
  })
  const value = typed ?? kept.data?.html ?? ""
  return (
    <Section title={words.title} lead={words.lead}>
      {kept.error && <ProblemNotice problem={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.isPending && <Skeleton rows={1} withAvatar={false} />}
      {kept.data && (
        <Card>
          <div className={styles.text}>
            <RichText label={words.label} placeholder={words.placeholder} value={value} onChange={setTyped} hasTools />
          </div>
          <div className={styles.foot}>
            {save.error && <ProblemNotice problem={save.error} />}
            <Button
              isBusy={save.isPending}
              isDisabled={typed === undefined || typed === (kept.data.html ?? "")}
              onPress={() => save.mutate(value)}
            >
              {words.save}
            </Button>
          </div>
        </Card>
      )}
    </Section>
  )
}
