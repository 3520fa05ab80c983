import type { House } from "@casepost/backend/context"
import { noteRecipients } from "@casepost/backend/notes/tables"
import { eq } from "drizzle-orm"

/** The addresses that notes wait to be mailed to: the dispatcher takes them from here. */
export async function notedTo({ database }: House): Promise<string[]> {
  const rows = await database.owner
    .select({ address: noteRecipients.address })
    .from(noteRecipients)
    .where(eq(noteRecipients.state, "held"))
  return rows.map(row => row.address)
}
