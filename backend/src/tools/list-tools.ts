import type { Tool } from "@casepost/shared/tools"
import { sql } from "drizzle-orm"
import { requireUser } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { describeTools } from "./describing/describe-tools.ts"
import { tools } from "./tables.ts"

/**
 * The organisation's tools by name, for everybody in it: the rules are no secret among colleagues, the names of administrations one has no
 * right in are. Three queries, whatever there is. @throws Problem not-allowed for a key
 */
export async function listTools(context: Context): Promise<{ tools: Tool[] }> {
  requireUser(context)
  return context.transaction(async tx => {
    const rows = await tx.select().from(tools).orderBy(sql`lower(${tools.name}) collate "C"`, tools.id)
    return { tools: await describeTools(context, tx, rows) }
  })
}
