import { Archive, NotebookText, Plus, SearchX } from "lucide-react"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { goTo } from "../../../ui/place/place"
import { words } from "../words"

type NoMessagesProps = { isSearch: boolean; isArchived: boolean; onShowAll: () => void }

/** Why there is nothing to see, and what to do. */
export function NoMessages({ isSearch, isArchived, onShowAll }: NoMessagesProps) {
  const all = <Button onPress={onShowAll}>{words.showAll}</Button>
  if (isSearch)
    return (
      <EmptyState icon={SearchX} title={words.nothingFound} action={all}>
        {words.nothingFoundMore}
      </EmptyState>
    )
  if (isArchived)
    return (
      <EmptyState icon={Archive} title={words.nothingArchived} action={all}>
        {words.nothingArchivedMore}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={NotebookText}
      title={words.empty}
      action={
        <Button icon={Plus} onPress={() => goTo("messages/new")}>
          {words.add}
        </Button>
      }
    >
      {words.emptyMore}
    </EmptyState>
  )
}
