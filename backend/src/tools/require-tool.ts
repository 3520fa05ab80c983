import type { Tool } from "@casepost/shared/tools"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeTools } from "./describing/describe-tools.ts"
import { tools } from "./tables.ts"

/** A tool of the organisation. @throws Problem not-found */
export async function requireTool(context: Context, tx: Transaction, id: string): Promise<Tool> {
  const rows = validate(id) ? await tx.select().from(tools).where(eq(tools.id, id)) : []
  const [tool] = await describeTools(context, tx, rows)
  if (!tool) throw notHere()
  return tool
}

/** The same, and nobody changes or deletes it until the transaction ends. @throws Problem not-found */
export async function holdTool(context: Context, tx: Transaction, id: string): Promise<Tool> {
  if (validate(id)) await tx.select({ id: tools.id }).from(tools).where(eq(tools.id, id)).for("update")
  return requireTool(context, tx, id)
}
