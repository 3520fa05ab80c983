import type { RefObject } from "react"
import { Popover } from "react-aria-components"
import { classNames } from "../class-names"
import { Skeleton } from "../feedback/skeleton"
import options from "../options/option.module.css"
import { words } from "../words"
import { OptionList } from "./option-list"
import type { TokenFieldProps } from "./token-field"
import styles from "./token-field.module.css"
import type { ListSentence } from "./token-options"
import type { TokenFieldState } from "./use-token-field"

type TokenPopoverProps = {
  id: string
  field: Pick<TokenFieldProps, "label" | "isLoading" | "note">
  state: TokenFieldState
  box: RefObject<HTMLDivElement | null>
}

/** What hangs under a token field, or over it where there is no room: options, a sentence instead of them, or the shape of what is coming. */
export function TokenPopover({ id, field, state, box }: TokenPopoverProps) {
  const { sentence } = state
  return (
    <Popover
      isNonModal
      triggerRef={box}
      placement="bottom start"
      offset={4}
      isOpen={state.isOpen && (field.isLoading === true || state.found > 0 || sentence !== undefined)}
      onOpenChange={state.setOpen}
      className={classNames(options.list, styles.popover)}
    >
      <section
        aria-label={words.recipients.list(field.label)}
        className={styles.inside}
        onMouseDown={event => event.preventDefault()}
      >
        {field.isLoading ? (
          <Skeleton rows={3} />
        ) : sentence ? (
          <Sentence id={id} label={field.label} sentence={sentence} isActive={state.active === 0} />
        ) : (
          <OptionList
            id={id}
            label={field.label}
            rows={state.rows}
            active={state.active}
            chosen={state.chosen}
            onPick={state.pick}
            onPoint={state.setMoved}
            {...(field.note ? { note: field.note } : {})}
          />
        )}
      </section>
    </Popover>
  )
}

type SentenceProps = { id: string; label: string; sentence: ListSentence; isActive: boolean }

/** In place of options. Its deed is the list's one option: arrow keys and Enter reach it, as the focus stays in the input. */
export function Sentence({ id, label, sentence: { before, deed, after }, isActive }: SentenceProps) {
  return (
    <p className={styles.nothing}>
      {before}
      {deed && (
        <span id={id} role="listbox" aria-label={label}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the combobox input (aria-activedescendant) */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox input (aria-activedescendant) */}
          <span
            id={`${id}-0`}
            role="option"
            aria-selected={false}
            className={classNames(styles.deed, isActive && styles.deedActive)}
            onClick={deed.act}
          >
            {deed.label}
          </span>
        </span>
      )}
      {after}
    </p>
  )
}
