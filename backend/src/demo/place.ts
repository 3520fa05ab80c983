import type { Calendar } from "./calendar.ts"
import type { Chance } from "./chance.ts"

export type DemoAdministration = {
  id: string
  name: string
  senderName: string
  senderAddress: string
  replyAddress: string
}
export type DemoUser = { id: string; name: string; email: string }

/** Where and when the demo plays. */
export type DemoPlace = {
  organisationId: string
  administrations: { nl: DemoAdministration; be: DemoAdministration; rental: DemoAdministration }
  users: { admin: DemoUser; sanne: DemoUser; rick: DemoUser; joost: DemoUser; lotte: DemoUser }
  calendar: Calendar
  chance: Chance
  now: Date
}
