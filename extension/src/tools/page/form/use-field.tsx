import { useId } from "react"
import { Checkbox } from "../../../ui/fields/checkbox"
import { PartError } from "../../../ui/writing/part-error"
import { words } from "../words"
import styles from "./tool-form.module.css"
import type { Written } from "./written"

type UseFieldProps = { written: Written; change: (part: Partial<Written>) => void; wrong: string | undefined }

/** What Casepost does on its pages. */
export function UseField({ written, change, wrong }: UseFieldProps) {
  const id = useId()
  return (
    <fieldset
      className={styles.group}
      aria-labelledby={id}
      {...(wrong ? { "data-wrong": true, "aria-describedby": `${id}-wrong` } : {})}
    >
      <h2 id={id} className={styles.label}>
        {words.use}
      </h2>
      <Checkbox
        isSelected={written.readsCases}
        onChange={readsCases => change({ readsCases })}
        description={words.readsCasesMore}
      >
        {words.readsCases}
      </Checkbox>
      <Checkbox
        isSelected={written.marksFields}
        onChange={marksFields => change({ marksFields })}
        description={words.marksFieldsMore}
      >
        {words.marksFields}
      </Checkbox>
      {wrong && <PartError id={`${id}-wrong`}>{wrong}</PartError>}
    </fieldset>
  )
}
