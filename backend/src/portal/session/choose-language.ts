import type { Language } from "@casepost/shared/organisations"
import { eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { requireCustomer } from "../known-customer.ts"
import { portalSessions } from "../tables.ts"

/** Sets the language of this session's pages; mails keep the customer's own. */
export async function chooseLanguage(context: Context, language: Language): Promise<void> {
  const { sessionId } = requireCustomer(context)
  await context.transaction(tx => tx.update(portalSessions).set({ language }).where(eq(portalSessions.id, sessionId)))
}
