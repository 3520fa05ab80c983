import { Problem } from "@casepost/shared/problems"
import type { ZodError } from "zod"

type Checked = { success: true } | { success: false; error: unknown; target: string }

/** The one way in which input that does not fit its shape is refused: every field at once. @throws Problem invalid */
export function refuseInvalid(checked: Checked): void {
  if (checked.success) return
  const issues = (checked.error as ZodError).issues ?? []
  // An id in a path that cannot exist is not there: the same answer as for one that could.
  if (checked.target === "param") throw new Problem("not-found", "There is nothing here, or nothing you may see.")
  const fields = issues.map(issue => ({ path: issue.path.join("."), detail: sentenceOf(issue) }))
  throw new Problem("invalid", fields[0] ? `${fields[0].path || "The request"}: ${fields[0].detail}` : undefined, {
    fields,
  })
}

/** zod speaks to programmers; what people leave out they are simply asked for. */
function sentenceOf(issue: ZodError["issues"][number]): string {
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "Fill this in."
  if (issue.code === "too_small" && issue.message.startsWith("Too small: expected string")) return "Fill this in."
  if (issue.code === "too_big" && issue.message.startsWith("Too big: expected string"))
    return `At most ${issue.maximum} characters.`
  return issue.message
}
