import * as z from "zod"
import { type PickAnswer, pickSteps } from "../../host-page/pick/pick-calls"

const number = z.string().trim().min(2).max(40)

const place = z.object({
  step: z.enum(pickSteps),
  number,
  known: z.enum(["customer", "matter", "invoice"]).optional(),
  page: z.url({ protocol: /^https?$/ }).max(4_000),
  from: z.enum(["text", "value", "attribute", "title"]),
  selector: z.string().min(1).max(400).optional(),
  attribute: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/)
    .optional(),
  rows: z.object({ selector: z.string().min(1).max(400), numbers: z.array(number).max(50) }).optional(),
})

const answer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ask"), texts: z.array(number).min(1).max(6) }),
  z.object({ kind: z.literal("chosen"), place }),
  z.object({ kind: z.literal("skip") }),
  z.object({ kind: z.literal("stop") }),
  z.object({ kind: z.literal("use-page") }),
  z.object({ kind: z.literal("point") }),
]) satisfies z.ZodType<PickAnswer>

/** What came over the port out of somebody else's page; undefined for anything that is none of ours. */
export function readPickAnswer(message: unknown): PickAnswer | undefined {
  const read = answer.safeParse(message)
  return read.success ? read.data : undefined
}
