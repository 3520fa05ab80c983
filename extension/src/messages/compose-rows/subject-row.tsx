import { type Ref, useId } from "react"
import { FieldRow } from "../../ui/layout/field-row"
import { PartError } from "../../ui/writing/part-error"
import styles from "../compose/compose.module.css"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { rowProblem } from "./row-problem"

export function SubjectRow({ compose, inputRef }: { compose: Compose; inputRef: Ref<HTMLInputElement> }) {
  const id = useId()
  const error = rowProblem(compose.error, "subject") ?? compose.subjectMissing
  return (
    <>
      <FieldRow label={words.subject} htmlFor={id}>
        <input
          id={id}
          ref={inputRef}
          className={styles.subject}
          value={compose.content.subject}
          maxLength={300}
          disabled={compose.isLocked}
          autoComplete="off"
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={event => compose.draft.keeper.change({ subject: event.target.value })}
        />
      </FieldRow>
      <PartError id={`${id}-error`}>{error}</PartError>
    </>
  )
}
