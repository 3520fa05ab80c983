import { Search } from "lucide-react"
import { type KeyboardEvent, useCallback, useId, useRef } from "react"
import { Popover } from "react-aria-components"
import { classNames } from "../../ui/class-names"
import options from "../../ui/options/option.module.css"
import styles from "./chooser.module.css"
import { ChooserBody, ChooserSaid } from "./chooser-body"
import { type ChooserProps, useChooser } from "./use-chooser"
import { words } from "./words"

type ChooserAtTextProps = ChooserProps & {
  /** Where the caret is. */
  at: DOMRect
  /** Nothing was chosen. `typed`: what is to stand in the text after all, because it is no search. */
  onBack: (typed: string) => void
}

/** The chooser under the caret, opened by `/` in an empty line. A second `/`, and a search without a result, go into the text. */
export function ChooserAtText(props: ChooserAtTextProps) {
  const { at, onBack } = props
  const anchor = useRef<HTMLSpanElement>(null)
  // The popover draws it a moment later than itself.
  const focusOnce = useCallback((element: HTMLInputElement | null) => element?.focus(), [])
  const id = useId()
  // Whoever takes the focus elsewhere blurs the search: what was decided is decided once.
  const isOver = useRef(false)
  const chooser = useChooser({
    ...props,
    isOpen: true,
    canLeave: false,
    onClose: () => {},
    onChoose: (of, language) => {
      isOver.current = true
      props.onChoose(of, language)
    },
  })
  const hasList = !chooser.isLoading && (chooser.found > 0 || chooser.sentence?.deed !== undefined)
  function back(typed = chooser.found === 0 && chooser.typed !== "" ? `${words.key}${chooser.typed}` : "") {
    if (isOver.current) return
    isOver.current = true
    onBack(typed)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isSlash = event.key === words.key && chooser.typed === ""
    const isBack = event.key === "Escape" || (event.key === "Backspace" && chooser.typed === "")
    if (!isSlash && !isBack) return chooser.onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
    if (isSlash) back(words.key)
    else back()
  }
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{ left: at.left, top: at.top, height: at.height }}
        aria-hidden="true"
      />
      <Popover
        isNonModal
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        containerPadding={12}
        isOpen
        onOpenChange={open => !open && back()}
        className={classNames(options.list, styles.popover, styles.atText)}
      >
        <div className={styles.inside}>
          <div className={styles.searchRow}>
            <Search size={15} strokeWidth={1.75} aria-hidden="true" className={styles.search} />
            <input
              ref={focusOnce}
              className={styles.input}
              role="combobox"
              aria-label={words.label}
              aria-autocomplete="list"
              aria-expanded={hasList}
              aria-controls={hasList ? id : undefined}
              aria-activedescendant={hasList ? `${id}-${Math.max(0, chooser.active)}` : undefined}
              autoComplete="off"
              spellCheck={false}
              value={chooser.typed}
              placeholder={words.search}
              onChange={event => chooser.write(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={() => back()}
            />
            {chooser.total > 0 && <span className={styles.count}>{words.count(chooser.found, chooser.total)}</span>}
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the focus stays in the search */}
          <div className={styles.inside} onMouseDown={event => event.preventDefault()}>
            <ChooserBody id={id} chooser={chooser} />
          </div>
          <ChooserSaid chooser={chooser} isOpen />
        </div>
      </Popover>
    </>
  )
}
