import { deeds, type NoteEntry, type ReminderInput } from "@casepost/shared/notes"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"

export type SettingReminder = {
  id: string
  /** Null takes it away. */
  reminder: ReminderInput | null
  confirmedAddresses: string[]
}

/** Sets, changes or takes away the reminder of a note. @throws Refusal */
export function setReminder({ id, ...body }: SettingReminder): Promise<NoteEntry> {
  return call(deeds.setReminder, { params: { id }, body })
}

export function useSetReminder() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: setReminder,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["timeline"] }),
  })
}
