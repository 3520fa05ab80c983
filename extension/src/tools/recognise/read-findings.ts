import * as z from "zod"
import { type Findings, foundBy } from "../../host-page/findings"

const kind = z.enum(["customer", "matter", "invoice"])
const text = z.string().max(254)

const findings = z.object({
  place: z.string().max(2_000),
  page: z.enum(["case", "list", "draft", "other"]),
  shows: kind.optional(),
  groups: z
    .array(
      z.object({
        by: z.enum(foundBy),
        texts: z
          .array(
            z.object({
              text: text.min(1),
              as: z.enum(["number", "external-id", "address"]),
              kind: kind.optional(),
              isVouched: z.boolean().optional(),
              isListed: z.boolean().optional(),
            }),
          )
          .max(200),
      }),
    )
    .max(foundBy.length),
  ticked: z.array(text).max(200),
  words: z.array(text).max(400),
  isWhole: z.boolean(),
  isDoubtful: z.boolean(),
}) satisfies z.ZodType<Findings>

/** The findings of one frame, out of what came over its port; undefined for anything else. It came out of somebody else's page. */
export function readFindings(answer: unknown): Findings | undefined {
  const read = z.object({ kind: z.literal("findings"), findings }).safeParse(answer)
  return read.success ? read.data.findings : undefined
}
