import { useId } from "react"
import { Notice } from "../../../ui/feedback/notice"
import { ChoicesField } from "../../../ui/options/choices-field"
import { words } from "../words"
import { useOpenCases } from "./count-open-cases"
import type { PlacedAdministration } from "./relation-form"
import styles from "./relation-form.module.css"

type AdministrationsFieldProps = {
  administrations: readonly PlacedAdministration[]
  /** Where it can be chosen now. */
  linked: readonly PlacedAdministration[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  error: string | undefined
}

/** Where the relation can be chosen; with none selected it says, before saving, that that is nowhere. */
export function AdministrationsField({ administrations, linked, chosen, onChange, error }: AdministrationsFieldProps) {
  const helpId = useId()
  const openCases = useOpenCases()
  const others = linked.filter(({ id }) => administrations.every(one => one.id !== id))
  const unlinked = linked.filter(({ id }) => !chosen.includes(id)).map(({ name }) => name)
  return (
    <div className={styles.together}>
      <ChoicesField
        label={words.administrations}
        choices={[...administrations, ...others].map(({ id, name }) => {
          const count = openCases.get(id)
          return { id, name, ...(count === undefined ? {} : { after: words.openCases(count) }) }
        })}
        chosen={chosen}
        onChange={onChange}
        placeholder={words.choose}
        aria-describedby={helpId}
      />
      {error && <Notice tone="danger">{error}</Notice>}
      {unlinked.length > 0 && (
        <Notice tone="warning" role="status">
          {words.unlinking(unlinked)}
        </Notice>
      )}
      <div id={helpId} aria-live="polite">
        {chosen.length === 0 ? (
          <Notice tone="warning">{words.help}</Notice>
        ) : (
          <p className={styles.help}>{words.help}</p>
        )}
      </div>
    </div>
  )
}
