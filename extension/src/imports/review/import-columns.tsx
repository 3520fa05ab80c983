import { type Import, type ImportField, importFields } from "@casepost/shared/imports"
import { ArrowRight } from "lucide-react"
import { Select } from "../../ui/fields/select"
import styles from "../import.module.css"
import { fieldNames, words } from "../words"

type ImportColumnsProps = {
  columns: Import["columns"]
  isDisabled: boolean
  onMapping: (heading: string, field: ImportField | null) => void
}

const none = "none"
const options = [
  { id: none, name: words.notImported },
  ...importFields.map(field => ({ id: field, name: fieldNames[field] })),
]

/** Which column of the file is what; a change checks the file again. */
export function ImportColumns({ columns, isDisabled, onMapping }: ImportColumnsProps) {
  const toCheck = columns.filter(({ field }) => field === null).length
  return (
    <section>
      <h2 className={styles.subtitle}>
        {words.columns} <span className={styles.after}>{words.columnsToCheck(toCheck)}</span>
      </h2>
      <ul className={styles.columns}>
        {columns.map(({ heading, field, sample }) => (
          <li key={heading} className={styles.column}>
            <span className={styles.heading} title={heading}>
              {heading}
            </span>
            <ArrowRight size={16} strokeWidth={1.75} aria-hidden="true" className={styles.quiet} />
            <Select
              label={heading}
              hideLabel
              options={options}
              value={field ?? none}
              onChange={id => onMapping(heading, id === none ? null : (id as ImportField))}
              size="sm"
              needsCheck={field === null}
              isDisabled={isDisabled}
            />
            <span className={styles.sample} title={sample}>
              {sample}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
