import type { PlaceholderName } from "@casepost/shared/placeholders"
import { type ReactNode, useId, useMemo, useState } from "react"
import { DialogTrigger, Popover } from "react-aria-components"
import { SearchField } from "../../fields/search-field"
import { words } from "../../words"
import { bestPlace, matchingPlaceholders, type PlaceholderOption } from "./placeholder-groups"
import { PlaceholderOptions } from "./placeholder-options"
import styles from "./placeholders.module.css"

type PlaceholderMenuProps = {
  /** The button that opens it. */
  children: ReactNode
  /** One was chosen: `handle.current?.insertPlaceholder(name)` of the text it goes into. */
  onTake: (name: PlaceholderName) => void
}

/** A button that opens the list of placeholders, to be searched by label and by name. */
export function PlaceholderMenu({ children, onTake }: PlaceholderMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <Popover
        placement="bottom start"
        offset={4}
        className={styles.popover ?? ""}
        aria-label={words.placeholders.insert}
      >
        <div className={styles.menu}>
          <Choosing
            onClose={() => setOpen(false)}
            onTake={name => {
              setOpen(false)
              // The popover gives the focus back to its button first; then it may go to the text.
              setTimeout(() => onTake(name), 30)
            }}
          />
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function Choosing({ onTake, onClose }: { onTake: (name: PlaceholderName) => void; onClose: () => void }) {
  const [typed, setTyped] = useState("")
  const [active, setActive] = useState(0)
  const id = useId()
  const found = useMemo(() => matchingPlaceholders(typed), [typed])
  const last = found.length - 1
  const take = (option: PlaceholderOption | undefined) => option && onTake(option.name)
  function onKey(key: string): boolean {
    if (key === "ArrowDown") setActive(active >= last ? 0 : active + 1)
    else if (key === "ArrowUp") setActive(active <= 0 ? Math.max(0, last) : active - 1)
    else if (key === "Enter") take(found[active])
    else if (key === "Escape" && typed === "") onClose()
    else return false
    return true
  }
  return (
    <div
      onKeyDownCapture={event => {
        if (event.nativeEvent.isComposing || !onKey(event.key)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <div className={styles.search}>
        <SearchField
          label={words.placeholders.search}
          value={typed}
          onChange={text => {
            setTyped(text)
            setActive(bestPlace(matchingPlaceholders(text), text))
          }}
          autoFocus
          autoComplete="off"
          {...(found.length > 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
        />
      </div>
      {found.length > 0 ? (
        <PlaceholderOptions id={id} found={found} active={active} onPoint={setActive} onTake={take} />
      ) : (
        <p className={styles.nothing} role="status">
          {words.placeholders.nothingFound(typed.trim())}
        </p>
      )}
    </div>
  )
}
