import type { RecipientInput } from "@casepost/shared/messages"
import { useEffect, useRef } from "react"
import { useRecipients } from "../list-recipients"
import type { People } from "../recipients/people"
import { goneAmong, type Picked, removePicked } from "../recipients/picked"
import { words } from "../words"

type LeftOut<One> = {
  picked: Picked<One>
  people: People
  administrationId: string
  onGone: (left: Picked<One>, names: string[]) => void
}

/**
 * Notices relations and colleagues that are no longer available in an administration while they stand in an open form. What was
 * kept of the list may be older than the recipient: it is asked for anew before anybody is taken out.
 */
export function useLeftOut<One extends RecipientInput>({
  picked,
  people,
  administrationId,
  onGone,
}: LeftOut<One>): void {
  const recipients = useRecipients(administrationId)
  const doubted = useRef<{ tokens: string; at: number } | undefined>(undefined)
  const { isSuccess, isFetching, dataUpdatedAt, refetch } = recipients
  useEffect(() => {
    if (!isSuccess || isFetching) return
    const gone = goneAmong(picked, people)
    const tokens = gone.map(one => one.token).join(" ")
    if (tokens === "") {
      doubted.current = undefined
      return
    }
    if (doubted.current?.tokens !== tokens) doubted.current = { tokens, at: Date.now() }
    if (dataUpdatedAt < doubted.current.at) return void refetch()
    doubted.current = undefined
    const left = gone.reduce((rest, one) => removePicked(rest, one.token), picked)
    onGone(left, [...new Set(gone.map(one => one.name ?? words.somebody))])
  })
}
