import { X } from "lucide-react"
import type { Ref } from "react"
import { classNames } from "../../../ui/class-names"
import { words } from "../words"
import styles from "./filters.module.css"

type FilterChipProps = {
  children: string
  onRemove: () => void
  /** Its value can be changed: pressing the words asks for another. */
  onChange?: (() => void) | undefined
  chipRef?: Ref<HTMLSpanElement>
}

/** A filter that is set: tinted, and its cross takes it away. */
export function FilterChip({ children, onRemove, onChange, chipRef }: FilterChipProps) {
  const cross = <X size={14} strokeWidth={1.75} aria-hidden="true" />
  if (!onChange)
    return (
      <button
        type="button"
        className={classNames(styles.filter, styles.chosen)}
        aria-label={words.filter.takeAway(children)}
        onClick={onRemove}
      >
        <span className={styles.name}>{children}</span>
        {cross}
      </button>
    )
  return (
    <span ref={chipRef} className={classNames(styles.filter, styles.chosen, styles.pair)}>
      <button type="button" className={styles.words} aria-label={words.filter.change(children)} onClick={onChange}>
        <span className={styles.name}>{children}</span>
      </button>
      <button type="button" className={styles.cross} aria-label={words.filter.takeAway(children)} onClick={onRemove}>
        {cross}
      </button>
    </span>
  )
}
