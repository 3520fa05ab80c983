import * as z from "zod"
import { Address } from "./addresses.ts"
import { CaseRef } from "./cases.ts"
import { ById, deed, Id, line, Moment, NextCursor, PageQuery } from "./contract.ts"

/** Relations one CSV file may hold. */
export const mostImportedRelations = 5_000
/** Bytes one CSV file of relations may have. */
export const mostRelationFileBytes = 2 * 1024 * 1024

/** Somebody who may be put in CC or BCC, or told of a note: a relation of the administration, or a colleague. */
export const RecipientOption = z
  .object({
    kind: z.enum(["relation", "colleague"]),
    id: Id.describe("Of the relation, or of the user"),
    name: z.string(),
    address: z.string(),
    suppressed: z.boolean().describe("The provider no longer delivers to this address"),
  })
  .meta({ id: "RecipientOption" })
export type RecipientOption = z.infer<typeof RecipientOption>

/** A person or company outside the customer records, known to the organisation, who may be copied in. Without administrations: available nowhere. */
export const Relation = z
  .object({
    id: Id,
    name: z.string(),
    address: z.string(),
    administrations: z.array(z.object({ id: Id, name: z.string() })).describe("Where it can be chosen, by name"),
    suppressed: z.boolean().describe("The provider no longer delivers to this address"),
    updatedAt: Moment,
  })
  .meta({ id: "Relation" })
export type Relation = z.infer<typeof Relation>

export const RelationBody = z
  .object({
    name: line(200),
    address: Address,
    administrationIds: z.array(Id).max(1_000).describe("None: the relation is not available anywhere"),
  })
  .meta({ id: "RelationBody" })
export type RelationBody = z.infer<typeof RelationBody>

/** What would lose the relation if it were deleted. At most 100 of each are listed; the counts are whole. */
export const RelationUses = z
  .object({
    standardMessages: z.array(z.object({ id: Id, description: z.string(), administrationName: z.string() })),
    drafts: z.array(z.object({ caseRef: CaseRef, caseNumber: z.string(), writtenBy: z.string() })),
    scheduledMessages: z.array(
      z.object({ caseRef: CaseRef, caseNumber: z.string(), subject: z.string(), leavesAt: Moment }),
    ),
    reminders: z.array(z.object({ caseRef: CaseRef, caseNumber: z.string(), at: Moment })),
    counts: z.object({
      standardMessages: z.number().int(),
      drafts: z.number().int(),
      scheduledMessages: z.number().int(),
      reminders: z.number().int(),
    }),
  })
  .meta({ id: "RelationUses" })
export type RelationUses = z.infer<typeof RelationUses>

export const relationSorts = [
  "name",
  "-name",
  "address",
  "-address",
  "administrations",
  "-administrations",
  "-updated",
] as const
export const RelationSort = z.enum(relationSorts)
export type RelationSort = z.infer<typeof RelationSort>

/** One line of a CSV file of relations, and what importing it does. */
export const ImportedRelation = z
  .object({
    line: z.number().int().describe("In the file; 1 is its heading"),
    name: z.string(),
    address: z.string(),
    administrations: z
      .array(z.string())
      .describe("Their names as the file writes them, which divides them by `;` or `|`"),
    outcome: z.enum(["new", "changed", "unchanged", "refused"]),
    detail: z.string().nullable().describe("Why it is refused, or what changes"),
  })
  .meta({ id: "ImportedRelation" })
export type ImportedRelation = z.infer<typeof ImportedRelation>

const administrators = { access: "organisation-administrator" } as const

export const deeds = {
  listRecipients: deed({
    id: "listRecipients",
    method: "get",
    path: "/api/v1/administrations/{id}/recipients",
    access: "restricted",
    summary: "The relations available in an administration and the colleagues with a right there, by name",
    description: "All of them at once (5,000 are expected), so that the picker searches as one types.",
    params: ById,
    answer: z.object({ recipients: z.array(RecipientOption) }),
  }),
  listRelations: deed({
    id: "listRelations",
    method: "get",
    path: "/api/v1/relations",
    ...administrators,
    summary: "The relations of the organisation",
    description:
      "`search` looks in name and address. `administrationId` narrows to one administration; `nowhere` to those available in none.",
    query: PageQuery.extend({
      search: z.string().max(200).optional(),
      sort: RelationSort.default("name"),
      administrationId: Id.or(z.literal("nowhere")).optional(),
    }),
    answer: z.object({
      relations: z.array(Relation),
      total: z.number().int().describe("Of all that match"),
      nextCursor: NextCursor,
    }),
  }),
  getRelation: deed({
    id: "getRelation",
    method: "get",
    path: "/api/v1/relations/{id}",
    ...administrators,
    summary: "A relation",
    params: ById,
    answer: Relation,
  }),
  createRelation: deed({
    id: "createRelation",
    method: "post",
    path: "/api/v1/relations",
    ...administrators,
    summary: "Add a relation; it is available at once in its administrations, and only there",
    description: "One relation an address: already-exists names the one that has it.",
    body: RelationBody,
    answer: Relation,
    status: 201,
    idempotent: true,
    problems: ["already-exists", "idempotency-mismatch"],
  }),
  updateRelation: deed({
    id: "updateRelation",
    method: "put",
    path: "/api/v1/relations/{id}",
    ...administrators,
    summary: "Change a relation's name, address and administrations",
    description:
      "Holds at once: what is scheduled goes to the new address; where the relation was unlinked it is gone from pickers and drafts, and left out of what is scheduled.",
    params: ById,
    body: RelationBody,
    answer: Relation,
    problems: ["already-exists"],
  }),
  listRelationUses: deed({
    id: "listRelationUses",
    method: "get",
    path: "/api/v1/relations/{id}/uses",
    ...administrators,
    summary: "The standard messages, drafts, scheduled messages and reminders that use a relation",
    params: ById,
    answer: RelationUses,
  }),
  deleteRelation: deed({
    id: "deleteRelation",
    method: "delete",
    path: "/api/v1/relations/{id}",
    ...administrators,
    summary: "Delete a relation; what was sent to it stays in the timelines",
    description:
      "in-use while something uses it and `confirmed` is not given; its detail says how much. See listRelationUses.",
    params: ById,
    query: z.object({ confirmed: z.enum(["true", "false"]).default("false") }),
    problems: ["in-use"],
  }),
  exportRelations: deed({
    id: "exportRelations",
    method: "get",
    path: "/api/v1/relations/export",
    ...administrators,
    summary: "All relations as CSV (UTF-8, semicolons): name, email address, administrations",
    description:
      "What a spreadsheet would take for a formula begins with an apostrophe; importing takes it away again.",
    bytes: "answer",
  }),
  checkRelationImport: deed({
    id: "checkRelationImport",
    method: "post",
    path: "/api/v1/relations/import/check",
    ...administrators,
    summary: "What importing a CSV file of relations would do, line by line; changes nothing",
    description:
      "The first line names the columns: name, email address and administrations, in English, Dutch, German or French. " +
      "Several administrations stand in one cell, divided by `;` or `|`. An empty cell makes a new relation available nowhere and leaves a known one where it is.",
    body: z.object({ contentBase64: z.string().max(2_800_000).describe("At most 2 MB before base64") }),
    answer: z.object({
      rows: z.array(ImportedRelation),
      counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
    }),
    problems: ["too-large"],
  }),
  importRelations: deed({
    id: "importRelations",
    method: "post",
    path: "/api/v1/relations/import",
    ...administrators,
    summary:
      "Import a CSV file of relations: new addresses are added, known ones changed, none deleted; refused lines are left out",
    body: z.object({ contentBase64: z.string().max(2_800_000) }),
    answer: z.object({
      rows: z.array(ImportedRelation),
      counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
    }),
    problems: ["too-large"],
  }),
}
