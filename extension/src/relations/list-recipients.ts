import { deeds, type RecipientOption } from "@casepost/shared/relations"
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { useSession } from "../access/session"
import { call } from "../api/backend"
import { words } from "./words"

/** The relations of an administration and the colleagues there, all at once, so that the picker searches as one types. */
export function listRecipients(administrationId: string) {
  return queryOptions({
    queryKey: ["recipients", administrationId],
    queryFn: ({ signal }) => call(deeds.listRecipients, { params: { id: administrationId } }, { signal }),
    staleTime: 10_000,
  })
}

export function useRecipients(administrationId: string) {
  return useQuery(listRecipients(administrationId))
}

const nobody: RecipientOption[] = []

/** Whom a picker offers; `withMyself`: oneself too, before the colleagues, as "Sanne de Wit (you)". */
export function useRecipientOptions(administrationId: string, withMyself = false): readonly RecipientOption[] {
  const { me } = useSession()
  const others = useRecipients(administrationId).data?.recipients ?? nobody
  return useMemo(() => {
    if (!withMyself) return others
    const { id, name, email: address } = me
    const myself: RecipientOption = { kind: "colleague", id, name: words.you(name), address, suppressed: false }
    return [myself, ...others.filter(one => one.id !== id)]
  }, [others, withMyself, me])
}

/** After the backend said that somebody is not available here (any more). */
export function useRecipientsAgain(administrationId: string): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.refetchQueries({ queryKey: listRecipients(administrationId).queryKey })
}
