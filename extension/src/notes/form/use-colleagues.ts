import type { DraftContent } from "@casepost/shared/drafts"
import { useMemo } from "react"
import { useRecipients } from "../../relations/list-recipients"
import type { Mentions } from "../../ui/text/use-mentions"
import { mentionsIn } from "../mentions"

/** The colleagues who can be named with `@` in a note, and what a change of its text does to who is named. */
export function useColleagues(
  administrationId: string,
  content: Pick<DraftContent, "mentions">,
  change: (part: Partial<DraftContent>) => void,
) {
  const listed = useRecipients(administrationId)
  const colleagues = useMemo(
    () => (listed.data?.recipients ?? []).filter(one => one.kind === "colleague"),
    [listed.data],
  )
  const nameOf = (id: string) => colleagues.find(one => one.id === id)?.name
  const mentions: Mentions = {
    people: colleagues.map(({ id, name, address }) => ({ id, name, detail: address })),
    onTake: person => {
      const others = content.mentions.filter(id => nameOf(id) !== person.name)
      change({ mentions: [...others, person.id].sort() })
    },
  }
  return {
    mentions,
    write: (bodyHtml: string) =>
      change({
        bodyHtml,
        // While it is not known who they are, nobody is dropped.
        ...(listed.data ? { mentions: mentionsIn(bodyHtml, colleagues, content.mentions) } : {}),
      }),
  }
}
