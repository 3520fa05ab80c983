import * as z from "zod"
import { deed, Id, Moment, NextCursor, PageQuery } from "./contract.ts"

export const AuditLine = z
  .object({
    id: Id,
    at: Moment,
    actorKind: z.enum(["user", "api-key", "customer", "provider", "system"]),
    actorId: z.string().nullable(),
    actorName: z.string().describe("As it was then"),
    deed: z.string().describe("The operationId of what was done"),
    subjectKind: z.string(),
    subjectId: z.string(),
    administrationId: Id.nullable(),
    detail: z.record(z.string(), z.unknown()).describe("What changed; never a secret"),
  })
  .meta({ id: "AuditLine" })
export type AuditLine = z.infer<typeof AuditLine>

export const deeds = {
  listAudit: deed({
    id: "listAudit",
    method: "get",
    path: "/api/v1/audit",
    access: "organisation-administrator",
    summary: "What was done to settings, rights and people, newest first",
    description: "Lines can be added and read, never changed or deleted.",
    query: PageQuery,
    answer: z.object({ lines: z.array(AuditLine), nextCursor: NextCursor }),
  }),
}
