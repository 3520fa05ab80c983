import { CloudOff } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "../buttons/button"
import { words } from "../words"
import { Notice } from "./notice"

/** What went wrong, as the API explains it, or as the connection did. Anything with a message can be shown. */
export type ShownProblem = {
  message: string
  code?: string
  fields?: readonly { path: string; detail: string }[] | undefined
}

type ProblemNoticeProps = {
  problem: ShownProblem
  /** Offers "Try again". */
  onRetry?: () => void
  /** A better next step than trying again. */
  action?: ReactNode
  /** Fields that show their own detail; they are not listed a second time. */
  shownFields?: readonly string[]
}

/** A refusal in words, its invalid fields as far as the words leave them out, and the next step. */
export function ProblemNotice({ problem, onRetry, action, shownFields = [] }: ProblemNoticeProps) {
  const fields =
    problem.fields?.filter(field => !shownFields.includes(field.path) && !problem.message.includes(field.detail)) ?? []
  const retry = onRetry && (
    <Button size="sm" onPress={onRetry}>
      {words.tryAgain}
    </Button>
  )
  return (
    <Notice
      tone="danger"
      role="alert"
      {...(problem.code === "unreachable" ? { icon: CloudOff } : {})}
      action={action ?? retry}
    >
      {problem.message}
      {fields.length > 0 && (
        <ul>
          {fields.map(field => (
            <li key={field.path + field.detail}>{field.detail}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
