import type { CaseDetail } from "@casepost/shared/cases"
import type { DraftReminder } from "@casepost/shared/drafts"
import type { NoteEntry } from "@casepost/shared/notes"
import type { RecipientOption } from "@casepost/shared/relations"
import { wallTimeOf } from "@casepost/shared/zoned-time"
import { useState } from "react"
import { useSession } from "../../access/session"
import { useRecipients } from "../../relations/list-recipients"
import { inputOf } from "./input-of"
import { newReminder } from "./read-reminder"

export type StartReminder = { reminder: DraftReminder; names: Record<string, string> }

/** What the window of a reminder begins with: the one that waits, else tomorrow at nine. Undefined until it is known who is who. */
export function useStartReminder(of: CaseDetail, note: NoteEntry): StartReminder | undefined {
  const { me, membership } = useSession()
  const listed = useRecipients(of.administrationId)
  const [start, setStart] = useState<StartReminder | undefined>()
  if (start || listed.isPending) return start
  const administration = membership.administrations.find(one => one.id === of.administrationId)
  const timeZone = administration?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const self: RecipientOption = { kind: "colleague", id: me.id, name: me.name, address: me.email, suppressed: false }
  const people = [self, ...(listed.data?.recipients ?? [])]
  const waiting = note.reminder && !note.reminder.isPast ? note.reminder : undefined
  const reminder = waiting
    ? {
        ...wallTimeOf(new Date(waiting.at), waiting.timeZone),
        timeZone: waiting.timeZone,
        recipients: waiting.recipients.flatMap(one => inputOf(one, people) ?? []),
      }
    : newReminder(new Date(), timeZone, me.id)
  const names = { [me.id]: me.name, ...Object.fromEntries(people.map(one => [one.id, one.name])) }
  setStart({ reminder, names })
  return undefined
}
