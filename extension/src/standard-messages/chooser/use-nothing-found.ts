import { useSession } from "../../access/session"
import { words } from "./words"

/** Stands in the open list in place of standard messages, with at most one deed in it. */
export type ChooserSentence = { before: string; deed?: { label: string; act: () => void } }

type Nothing = {
  error: Error | null
  /** The administration has none at all. */
  isEmpty: boolean
  typed: string
  onAgain: () => void
  onAll: () => void
}

/** Why there is nothing to choose from, with the one way out of it. */
export function useNothingFound(administrationId: string): (nothing: Nothing) => ChooserSentence {
  const { membership } = useSession()
  const administration = membership.administrations.find(one => one.id === administrationId)
  return ({ error, isEmpty, typed, onAgain, onAll }) => {
    if (error) return { before: words.notLoaded(error.message), deed: { label: words.tryAgain, act: onAgain } }
    if (!isEmpty) return { before: words.nothingFound(typed), deed: { label: words.showAll, act: onAll } }
    const before = words.noneYet(administration?.name ?? "")
    if (administration?.right !== "administrator") return { before: `${before}${words.askAdministrator}` }
    return { before, deed: { label: words.add, act: addStandardMessage } }
  }
}

function addStandardMessage(): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL("options.html#/messages/new") })
}
