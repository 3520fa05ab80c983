import type { DemoCustomer } from "./customer-rows.ts"
import { type DemoFiles, type DemoRelations, tellJansen, tellKnown, tellNotes } from "./known-stories.ts"
import type { DemoPlace } from "./place.ts"
import type { ThreadRows } from "./thread-rows.ts"
import { tellUsual } from "./usual-stories.ts"

/** Weeks of work: the conversations of the pictures, and what happened with everybody else. */
export function tellStories(
  rows: ThreadRows,
  place: DemoPlace,
  of: { customers: DemoCustomer[]; relations: DemoRelations; files: DemoFiles },
): void {
  for (const customer of of.customers) if (!customer.known) tellUsual(rows, place, customer)
  tellJansen(rows, place, of)
  tellKnown(rows, place, of)
  tellNotes(rows, place, of)
}
