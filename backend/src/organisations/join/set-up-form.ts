import { Address } from "@casepost/shared/addresses"
import { line } from "@casepost/shared/contract"
import { Language } from "@casepost/shared/organisations"
import * as z from "zod"
import { leastPasswordLength, mostPasswordLength } from "../../access/sign-in.ts"

/** A password somebody chooses: length is what counts, so nothing else is asked of it. */
export const NewPassword = z
  .string()
  .min(leastPasswordLength, `At least ${leastPasswordLength} characters.`)
  .max(mostPasswordLength, `At most ${mostPasswordLength} characters.`)

export const timeZones = Intl.supportedValuesOf("timeZone")

/** What the set-up page asks for. */
export const SetUp = z.object({
  organisationName: line(120),
  administrationName: line(120),
  senderName: line(120),
  senderAddress: Address,
  replyAddress: Address,
  timeZone: z.string().refine(zone => timeZones.includes(zone), "Choose a time zone from the list."),
  defaultLanguage: Language,
  name: line(120),
  email: Address,
  password: NewPassword,
})
export type SetUp = z.infer<typeof SetUp>

/** What the page behind an invitation asks of somebody who has no sign-in yet. */
export const Acceptance = z.object({ name: line(120), password: NewPassword })

/** A form as it was sent: what to keep in the fields, and what is wrong with each. */
export type Filled = { values: Record<string, string>; wrong: Record<string, string> }

/** Checks a form. What was typed is kept, except passwords. */
export function checkForm<Shape extends z.ZodObject>(
  shape: Shape,
  form: Record<string, unknown>,
): { given: z.output<Shape> } | { filled: Filled } {
  const asked = Object.keys(shape.shape).map(name => [name, form[name] ?? ""])
  const checked = shape.safeParse(Object.fromEntries(asked))
  if (checked.success) return { given: checked.data }
  const typed = Object.entries(form).filter(([name, value]) => typeof value === "string" && name !== "password")
  const wrong: Record<string, string> = {}
  for (const issue of checked.error.issues) wrong[issue.path.join(".")] ??= issue.message
  return { filled: { values: Object.fromEntries(typed) as Record<string, string>, wrong } }
}
