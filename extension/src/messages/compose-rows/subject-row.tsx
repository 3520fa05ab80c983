import { type RefObject, useId } from "react"
import { FieldRow } from "../../ui/layout/field-row"
import type { SubjectHandle } from "../../ui/text/subject/subject-editor"
import { SubjectField } from "../../ui/text/subject/subject-field"
import { PartError } from "../../ui/writing/part-error"
import styles from "../compose/compose.module.css"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { rowProblem } from "./row-problem"

type SubjectRowProps = { compose: Compose; handle: RefObject<SubjectHandle | null>; autoFocus: boolean }

/** The subject, its placeholders as chips with the values of the case. */
export function SubjectRow({ compose, handle, autoFocus }: SubjectRowProps) {
  const id = useId()
  const error = rowProblem(compose.error, "subject") ?? compose.wrong.subject
  return (
    <>
      <FieldRow label={words.subject} htmlFor={id}>
        <div className={styles.subject}>
          <SubjectField
            id={id}
            label={words.subject}
            value={compose.content.subject}
            onChange={subject => compose.draft.keeper.change({ subject })}
            placeholders={{ values: compose.filled.values }}
            handle={handle}
            autoFocus={autoFocus}
            isDisabled={compose.isLocked}
            isInvalid={error !== undefined}
            aria-describedby={error ? `${id}-error` : undefined}
          />
        </div>
      </FieldRow>
      <PartError id={`${id}-error`}>{error}</PartError>
    </>
  )
}
