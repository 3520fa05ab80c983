import type { Import, ImportMode } from "@casepost/shared/imports"
import { and, eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { imports } from "./tables.ts"

export type StoredImport = typeof imports.$inferSelect

/** An import as it crosses the wire. */
export function describeImport(stored: StoredImport): Import {
  return {
    id: stored.id,
    administrationId: stored.administrationId,
    fileName: stored.fileName,
    mode: stored.mode as ImportMode,
    state: stored.state as Import["state"],
    ...stored.summary,
    createdAt: stored.createdAt.toISOString(),
    by: stored.userName,
  }
}

/** An import of an administration one administers. @throws Problem not-found, not-allowed */
export async function requireImport(context: Context, tx: Transaction, id: string): Promise<StoredImport> {
  if (!validate(id)) throw notHere()
  const [stored] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.organisationId, context.organisationId)))
  if (!stored) throw notHere()
  requireRight(context, stored.administrationId, "administrator")
  return stored
}
