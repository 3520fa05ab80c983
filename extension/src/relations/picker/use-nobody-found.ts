import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import { useSession } from "../../access/session"
import type { ListSentence } from "../../ui/tokens/token-options"
import { useRecipients } from "../list-recipients"
import { words } from "../words"

/** What the picker's list says when it has nobody to show, with the one way out of it. `typedRefused`: why typing an address does not help. */
export function useNobodyFound(
  administrationId: string,
  typedRefused: string | undefined,
): (typed: string) => ListSentence {
  const { membership } = useSession()
  const recipients = useRecipients(administrationId)
  const administration = membership.administrations.find(one => one.id === administrationId)?.name ?? ""
  const adding =
    membership.right === "administrator" ? { deed: { label: words.addRelation, act: addRelation } } : undefined
  return typed => {
    const isAllowed = typedRefused === undefined
    if (isAllowed && isAddress(normaliseAddress(typed))) return { before: words.enterTakes(normaliseAddress(typed)) }
    if (recipients.error && !recipients.data)
      return {
        before: words.notLoaded(recipients.error.message),
        deed: { label: words.tryAgain, act: () => void recipients.refetch() },
      }
    const before = typed === "" ? words.nobodyYet(administration) : words.nobodyCalled(typed, administration)
    if (!isAllowed) return { before: adding ? before : `${before}${typedRefused}`, ...adding, after: adding ? "." : "" }
    return adding ? { before, ...adding, after: words.orEnter } : { before: `${before}${words.pressEnter}` }
  }
}

function addRelation(): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL("options.html#/relations/new") })
}
