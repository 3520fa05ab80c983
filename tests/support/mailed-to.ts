import type { House } from "@casepost/backend/context"
import { mails } from "@casepost/backend/delivery/tables"
import { eq } from "drizzle-orm"

/** The addresses that mails of a kind have been made out to. */
export async function mailedTo(house: House, kind: "note" | "reminder"): Promise<string[]> {
  const made = await house.database.owner.select({ address: mails.address }).from(mails).where(eq(mails.kind, kind))
  return made.map(mail => mail.address)
}
