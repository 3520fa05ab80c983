import { useMemo } from "react"
import type { DraftKeeper } from "../../drafts/draft-keeper"
import { useRecipients } from "../../relations/list-recipients"
import { textOf } from "../../ui/text/clean-html"
import type { Mentions } from "../../ui/text/use-mentions"
import { mentionsIn } from "../mentions"

/** The colleagues who can be named with `@` in a note, and what a change of its text does to who is named. */
export function useColleagues(administrationId: string, keeper: Pick<DraftKeeper, "read" | "change">) {
  const listed = useRecipients(administrationId)
  const colleagues = useMemo(
    () => (listed.data?.recipients ?? []).filter(one => one.kind === "colleague"),
    [listed.data],
  )
  const named = () => keeper.read().content.mentions
  const nameOf = (id: string) => colleagues.find(one => one.id === id)?.name
  const mentions: Mentions = {
    people: colleagues.map(({ id, name, address }) => ({ id, name, detail: address })),
    onTake: person => {
      const others = named().filter(id => nameOf(id) !== person.name)
      keeper.change({ mentions: [...others, person.id].sort() })
    },
  }
  return {
    mentions,
    write: (bodyHtml: string) =>
      keeper.change({
        bodyHtml,
        // While it is not known who they are, nobody is dropped.
        ...(listed.data ? { mentions: mentionsIn(textOf(bodyHtml), colleagues, named()) } : {}),
      }),
  }
}
