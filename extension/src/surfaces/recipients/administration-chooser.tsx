import { useRef } from "react"
import { Select } from "../../ui/fields/select"
import styles from "./recipients.module.css"
import type { AdministrationChoice } from "./use-administration"
import { words } from "./words"

/** Whose relations are shown. Where one has a right in one administration only, its name. */
export function AdministrationChooser({ choice, onChosen }: { choice: AdministrationChoice; onChosen: () => void }) {
  const { administrations, chosen, choose } = choice
  const hasChosen = useRef(false)
  if (!chosen) return null
  if (administrations.length === 1) return <span className={styles.only}>{chosen.name}</span>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only passes the focus on
    <div
      className={styles.chooser}
      onFocus={({ currentTarget, target }) => {
        // The closed list gives the focus back here, and typing would choose yet another.
        if (!hasChosen.current || !currentTarget.contains(target)) return
        hasChosen.current = false
        onChosen()
      }}
    >
      <Select
        look="quiet"
        hideLabel
        label={words.administration}
        options={administrations}
        value={chosen.id}
        onChange={id => {
          hasChosen.current = true
          choose(id)
        }}
      />
    </div>
  )
}
