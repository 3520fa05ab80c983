import { CaseRef } from "@casepost/shared/cases"

/** The case of a shared link, `{server}/open/{kind}/{id}`; nothing for a page of any other server. */
export function sharedCase(place: string, server: string): CaseRef | undefined {
  if (!place.startsWith(`${server}/open/`)) return undefined
  const [kind, id, ...rest] = place.slice(`${server}/open/`.length).split("/")
  const read = CaseRef.safeParse({ kind, id })
  return read.success && rest.length === 0 ? read.data : undefined
}
