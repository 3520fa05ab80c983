import { useEffect, useRef } from "react"
import { classNames } from "../../class-names"
import options from "../../options/option.module.css"
import { words } from "../../words"
import type { PlaceholderOption } from "./placeholder-groups"
import styles from "./placeholders.module.css"

type PlaceholderOptionsProps = {
  id: string
  found: readonly PlaceholderOption[]
  active: number
  onPoint: (place: number) => void
  onTake: (option: PlaceholderOption) => void
}

/** The placeholders that fit, by group. The keys stay where one types (aria-activedescendant). */
export function PlaceholderOptions({ id, found, active, onPoint, onTake }: PlaceholderOptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: "nearest" })
  }, [id, active])
  const groups = [...new Set(found.map(option => option.group))]
  return (
    <div ref={list} id={id} role="listbox" tabIndex={0} aria-label={words.placeholders.list} className={styles.options}>
      {groups.map(group => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
        <div key={group} role="group" aria-label={group}>
          <div className={styles.group} aria-hidden="true">
            {group}
          </div>
          {found.map((option, place) =>
            option.group === group ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches it from where one types
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays where one types
              <div
                key={option.name}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === active}
                className={classNames(options.option, styles.option, place === active && options.active)}
                onMouseDown={event => event.preventDefault()}
                onMouseMove={() => onPoint(place)}
                onClick={() => onTake(option)}
              >
                <span className={styles.label}>{option.label}</span>
                <span className={styles.code}>{option.name}</span>
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}
