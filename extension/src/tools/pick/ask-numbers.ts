import { deeds } from "@casepost/shared/cases"
import { call } from "../../api/backend"
import type { KnownNumber } from "../../host-page/pick/pick-calls"

type Answer = { known: KnownNumber[]; isFailed: boolean }

/** While one picking lasts: a page that went bad cannot go through all numbers there are. */
const most = 400

/**
 * Asks the backend which of the texts under the pointer are numbers of cases. Says no more than kind and state, because it is shown in somebody
 * else's page; nothing is asked twice.
 */
export function askNumbers(administrationId: string | undefined): (texts: readonly string[]) => Promise<Answer> {
  const kept = new Map<string, KnownNumber[]>()
  let asked = 0
  return async texts => {
    const numbers = texts.filter(text => !kept.has(text)).slice(0, most - asked)
    asked += numbers.length
    let isFailed = false
    if (numbers.length > 0) {
      try {
        const body = { numbers, ...(administrationId ? { administrationId } : {}) }
        const { cases } = await call(deeds.lookupCases, { body })
        for (const text of numbers)
          kept.set(
            text,
            cases.filter(({ found }) => found === text).map(({ ref, state }) => ({ text, kind: ref.kind, state })),
          )
      } catch {
        isFailed = true
      }
    }
    return { known: texts.flatMap(text => kept.get(text) ?? []), isFailed }
  }
}
