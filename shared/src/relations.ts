import * as z from "zod"
import { deed, Id } from "./contract.ts"

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

export const deeds = {
  listRecipients: deed({
    id: "listRecipients",
    method: "get",
    path: "/api/v1/administrations/{id}/recipients",
    access: "restricted",
    summary: "The relations available in an administration and the colleagues with a right there, by name",
    description: "All of them at once (5,000 are expected), so that the picker searches as one types.",
    params: z.object({ id: Id }),
    answer: z.object({ recipients: z.array(RecipientOption) }),
  }),
}
