import { ChevronsUpDown, Search, X } from "lucide-react"
import { type Ref, useId, useRef, useState } from "react"
import { Popover } from "react-aria-components"
import { IconButton } from "../../ui/buttons/icon-button"
import { classNames } from "../../ui/class-names"
import { FieldRow } from "../../ui/layout/field-row"
import { Kbd } from "../../ui/marks/kbd"
import options from "../../ui/options/option.module.css"
import styles from "./chooser.module.css"
import { ChooserBody, ChooserSaid } from "./chooser-body"
import { type ChooserProps, useChooser } from "./use-chooser"
import { words } from "./words"

type StandardMessageFieldProps = ChooserProps & {
  /** The one the text was begun with. */
  chosen: string | undefined
  /** Takes it out again. */
  onClear: () => void
  inputRef?: Ref<HTMLInputElement>
  isDisabled?: boolean
}

/**
 * The row "Standard message": the field is the search box itself. It opens on focus, the last used first; arrow keys move, Tab changes
 * the language once something was typed or marked, Enter uses, Esc goes back. Without `caseRef` there is no preview (many customers).
 */
export function StandardMessageField(props: StandardMessageFieldProps) {
  const { chosen, isDisabled = false } = props
  const [isOpen, setOpen] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const listId = `${id}list`
  const chooser = useChooser({ ...props, isOpen, onClose: () => setOpen(false), canLeave: true })
  const hasList = isOpen && !chooser.isLoading && (chooser.found > 0 || chooser.sentence?.deed !== undefined)
  return (
    <div ref={row}>
      <FieldRow
        label={words.label}
        htmlFor={id}
        isActive={isOpen}
        end={
          isOpen ? (
            chooser.total > 0 && <span className={styles.count}>{words.count(chooser.found, chooser.total)}</span>
          ) : (
            <>
              {chosen === undefined ? (
                <Kbd>{words.key}</Kbd>
              ) : (
                <IconButton
                  size="xs"
                  icon={X}
                  label={words.clear(chosen)}
                  isDisabled={isDisabled}
                  onPress={() => {
                    props.onClear()
                    input.current?.focus()
                    setOpen(false)
                  }}
                />
              )}
              <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden="true" className={styles.chevrons} />
            </>
          )
        }
      >
        {isOpen && <Search size={15} strokeWidth={1.75} aria-hidden="true" className={styles.search} />}
        <input
          ref={element => {
            input.current = element
            if (typeof props.inputRef === "function") props.inputRef(element)
            else if (props.inputRef) props.inputRef.current = element
          }}
          id={id}
          className={styles.input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-activedescendant={hasList ? `${listId}-${Math.max(0, chooser.active)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          disabled={isDisabled}
          value={isOpen ? chooser.typed : (chosen ?? "")}
          placeholder={isOpen ? (chosen ?? words.search) : words.none}
          onChange={event => {
            // Closed, the chosen one stands there: what is typed behind it begins a search.
            const typed = event.target.value
            chooser.write(isOpen ? typed : typed.replace(chosen ?? "", ""))
            setOpen(true)
          }}
          onKeyDown={event => {
            if (!isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp" || event.key === "Enter")) {
              if (event.ctrlKey || event.metaKey) return
              event.preventDefault()
              setOpen(true)
            } else chooser.onKeyDown(event)
          }}
          onClick={() => setOpen(true)}
          onFocus={() => setOpen(true)}
          onBlur={chooser.close}
        />
      </FieldRow>
      <ChooserSaid chooser={chooser} isOpen={isOpen} />
      <Popover
        isNonModal
        triggerRef={row}
        placement="bottom"
        offset={1}
        containerPadding={4}
        isOpen={isOpen}
        onOpenChange={open => !open && chooser.close()}
        className={classNames(options.list, styles.popover)}
      >
        <section aria-label={words.list} className={styles.inside} onMouseDown={event => event.preventDefault()}>
          <ChooserBody id={listId} chooser={chooser} />
        </section>
      </Popover>
    </div>
  )
}
