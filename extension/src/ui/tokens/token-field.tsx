import { type ReactNode, type Ref, useId, useRef } from "react"
import { classNames } from "../class-names"
import unseen from "../text/unseen.module.css"
import { words } from "../words"
import { type FieldToken, Token } from "./token"
import styles from "./token-field.module.css"
import type { ListSentence, TokenGroup, TokenOption } from "./token-options"
import { TokenPopover } from "./token-popover"
import { type TokenFieldState, useTokenField } from "./use-token-field"

export type TokenFieldProps = {
  /** The visible label's words: "CC". */
  label: string
  tokens: readonly FieldToken[]
  /** Who can be picked, in groups; open on focus with nothing typed. An option's id is the id of its token. */
  groups: readonly TokenGroup[]
  onPick: (option: TokenOption) => void
  onRemove: (id: string) => void
  /** Typed text that is finished (Enter, comma, leaving the field). Gives back what is to stay in the field. */
  onTyped: (text: string) => string | undefined
  /** Pasted text. Gives back what is to stay in the field; undefined when it is to land there as any text. */
  onPaste?: (text: string) => string | undefined
  /** Hears every change of the text, for options that are looked up. */
  onQuery?: (text: string) => void
  onFocusChange?: (isFocused: boolean) => void
  /** What stands in the list when nobody matches; undefined: the list stays closed. */
  nothing?: (typed: string) => ListSentence | undefined
  placeholder?: string
  /** Says the placeholder beside tokens too: "Add recipient". */
  keepsPlaceholder?: boolean
  isLoading?: boolean
  isDisabled?: boolean
  /** Stands under the open list: "Customer addresses are never suggested". */
  note?: string
  /** Stands after the tokens: "General". */
  after?: ReactNode
  /** `row` inside a `FieldRow`, `box` with its own frame in dialogs. */
  look?: "row" | "box"
  inputId?: string
  inputRef?: Ref<HTMLInputElement>
  isInvalid?: boolean
  "aria-describedby"?: string
}

/**
 * A line of recipients: tokens, an input, and a list that hangs under it. Arrow keys walk the tokens and the list, Backspace
 * selects and then removes, Enter takes the marked option or what was typed, or takes a selected token back into the text to be
 * corrected (double click does too); Esc closes the list and only the list.
 */
export function TokenField(props: TokenFieldProps) {
  const { tokens, look = "row", isDisabled = false } = props
  const state = useTokenField(props)
  const box = useRef<HTMLDivElement>(null)
  const ownId = useId()
  const listId = `${ownId}list`
  const hasList = state.isOpen && state.options > 0 && !props.isLoading

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the tokens only moves the focus into the input
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the input itself
    <div
      ref={box}
      className={classNames(styles.field, styles[look], isDisabled && styles.disabled)}
      onClick={() => state.input.current?.focus()}
    >
      <ul className={styles.tokens} aria-label={props.label}>
        {tokens.map((token, index) => (
          <Token
            key={token.id}
            token={token}
            isSelected={index === state.selected}
            onPoint={() => {
              if (isDisabled) return
              state.input.current?.focus()
              state.setSelected(index)
            }}
            {...(isDisabled ? {} : { onRemove: () => state.remove(index), onEdit: () => state.edit(index) })}
          />
        ))}
      </ul>
      {props.after}
      <input
        ref={element => {
          state.input.current = element
          if (typeof props.inputRef === "function") props.inputRef(element)
          else if (props.inputRef) props.inputRef.current = element
        }}
        id={props.inputId ?? ownId}
        className={styles.input}
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-activedescendant={hasList && state.active >= 0 ? `${listId}-${state.active}` : undefined}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props.isInvalid === true ? true : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        value={state.typed}
        placeholder={tokens.length === 0 || props.keepsPlaceholder ? props.placeholder : undefined}
        onChange={event => state.write(event.target.value)}
        onKeyDown={state.onKeyDown}
        onPaste={state.onPaste}
        onClick={() => state.setOpen(true)}
        onFocus={() => {
          state.setOpen(true)
          props.onFocusChange?.(true)
        }}
        onBlur={() => {
          state.finish()
          state.setOpen(false)
          state.setSelected(-1)
          props.onFocusChange?.(false)
        }}
      />
      <span className={unseen.spoken} aria-live="polite">
        {spoken(state, tokens)}
      </span>
      <TokenPopover id={listId} field={props} state={state} box={box} />
    </div>
  )
}

function spoken(state: TokenFieldState, tokens: readonly FieldToken[]): string {
  const token = tokens[state.selected]
  if (token) return words.recipients.selected(token.label, token.hint === token.label ? undefined : token.hint)
  if (!state.isOpen) return ""
  const { sentence } = state
  if (sentence) return `${sentence.before}${sentence.deed?.label ?? ""}${sentence.after ?? ""}`
  return state.typed.trim() === "" || state.found === 0 ? "" : words.recipients.results(state.found)
}
