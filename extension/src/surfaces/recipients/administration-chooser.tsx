import { Select } from "../../ui/fields/select"
import styles from "./recipients.module.css"
import type { AdministrationChoice } from "./use-administration"
import { words } from "./words"

/** Whose relations are shown. Where one has a right in one administration only, its name. */
export function AdministrationChooser({ choice, onChosen }: { choice: AdministrationChoice; onChosen: () => void }) {
  const { administrations, chosen, choose } = choice
  if (!chosen) return null
  if (administrations.length === 1) return <span className={styles.only}>{chosen.name}</span>
  return (
    <div className={styles.chooser}>
      <Select
        look="quiet"
        hideLabel
        label={words.administration}
        options={administrations}
        value={chosen.id}
        onChange={id => {
          choose(id)
          onChosen()
        }}
      />
    </div>
  )
}
