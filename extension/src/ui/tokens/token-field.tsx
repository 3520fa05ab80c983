import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useMemo,
  useRef,
  useState,
} from "react"
import { Popover } from "react-aria-components"
import { classNames } from "../class-names"
import { Skeleton } from "../feedback/skeleton"
import { words } from "../words"
import { OptionList } from "./option-list"
import { type FieldToken, Token } from "./token"
import styles from "./token-field.module.css"
import { keyDeed } from "./token-keys"
import { matchingRows, type OptionRow, type TokenGroup, type TokenOption } from "./token-options"

export type TokenFieldProps = {
  /** The visible label's words: "CC". */
  label: string
  tokens: readonly FieldToken[]
  /** Who can be picked, in groups; open on focus with nothing typed. An option's id is the id of its token. */
  groups: readonly TokenGroup[]
  onPick: (option: TokenOption) => void
  onRemove: (id: string) => void
  /** Typed text that is finished (Enter, comma, leaving the field). */
  onTyped: (text: string) => void
  /** Pasted text; true when it was taken as addresses, so that it does not land in the field. */
  onPaste?: (text: string) => boolean
  /** Hears every change of the text, for options that are looked up. */
  onQuery?: (text: string) => void
  onFocusChange?: (isFocused: boolean) => void
  placeholder?: string
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
  "aria-describedby"?: string
}

/**
 * A line of recipients: tokens, an input, and a list that hangs under it. Arrow keys walk the tokens, Backspace selects and
 * then removes, Enter takes the marked option or what was typed, Esc closes the list and only the list.
 */
export function TokenField(props: TokenFieldProps) {
  const { tokens, groups, look = "row", isDisabled = false } = props
  const [typed, setTyped] = useState("")
  const [isOpen, setOpen] = useState(false)
  const [moved, setMoved] = useState<number | undefined>()
  const [selected, setSelected] = useState(-1)
  const box = useRef<HTMLDivElement>(null)
  const ownId = useId()
  const listId = `${ownId}list`

  const rows = useMemo(() => (isOpen ? matchingRows(groups, typed) : []), [groups, typed, isOpen])
  const options = useMemo(() => rows.filter(row => row.kind === "option"), [rows])
  const active = moved === undefined ? firstMatch(options, typed) : Math.min(moved, options.length - 1)
  const chosen = useMemo(() => new Set(tokens.map(token => token.id)), [tokens])
  const shownTyped = typed.trim()

  function write(text: string) {
    setTyped(text)
    setMoved(undefined)
    setSelected(-1)
    setOpen(true)
    props.onQuery?.(text)
  }
  function pick(option: TokenOption) {
    if (chosen.has(option.id)) props.onRemove(option.id)
    else props.onPick(option)
    write("")
  }
  function finish() {
    if (shownTyped === "") return
    props.onTyped(shownTyped)
    write("")
    // What is asked about an address stands right under it.
    setOpen(false)
  }
  function remove(index: number) {
    const token = tokens[index]
    if (!token) return
    props.onRemove(token.id)
    setSelected(-1)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const deed = keyDeed(event, {
      typed,
      atStart: input.selectionStart === 0 && input.selectionEnd === 0,
      isOpen,
      active,
      selected,
      tokens: tokens.length,
      options: options.length,
    })
    if (!deed) return
    if (deed.swallow) {
      event.preventDefault()
      event.stopPropagation()
    }
    if (deed.kind === "close") setOpen(false)
    if (deed.kind === "open") setOpen(true)
    if (deed.kind === "move") setMoved(deed.to)
    if (deed.kind === "select") setSelected(deed.to)
    if (deed.kind === "remove") remove(selected)
    if (deed.kind === "finish") finish()
    if (deed.kind === "pick") {
      const row = options[active]
      if (row) pick(row.option)
    }
  }
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    if (typed !== "" || !props.onPaste?.(event.clipboardData.getData("text"))) return
    event.preventDefault()
    setOpen(false)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the tokens only moves the focus into the input
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the input itself
    <div
      ref={box}
      className={classNames(styles.field, styles[look], isDisabled && styles.disabled)}
      onClick={() => box.current?.querySelector("input")?.focus()}
    >
      <ul className={styles.tokens} aria-label={props.label}>
        {tokens.map((token, index) => (
          <Token
            key={token.id}
            token={token}
            isSelected={index === selected}
            onPoint={() => setSelected(index)}
            {...(isDisabled ? {} : { onRemove: () => remove(index) })}
          />
        ))}
      </ul>
      {props.after}
      <input
        {...(props.inputRef ? { ref: props.inputRef } : {})}
        id={props.inputId ?? ownId}
        className={styles.input}
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={isOpen && options.length > 0}
        aria-controls={isOpen && options.length > 0 ? listId : undefined}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        aria-describedby={props["aria-describedby"]}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        value={typed}
        placeholder={tokens.length === 0 ? props.placeholder : undefined}
        onChange={event => write(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onClick={() => setOpen(true)}
        onFocus={() => {
          setOpen(true)
          props.onFocusChange?.(true)
        }}
        onBlur={() => {
          finish()
          setOpen(false)
          setSelected(-1)
          props.onFocusChange?.(false)
        }}
      />
      <span className={styles.spoken} aria-live="polite">
        {selected >= 0 && words.recipients.selected(tokens[selected]?.label ?? "")}
      </span>
      <Popover
        isNonModal
        triggerRef={box}
        placement="bottom start"
        offset={4}
        isOpen={isOpen && (props.isLoading === true || rows.length > 0 || shownTyped !== "")}
        onOpenChange={setOpen}
        className={styles.popover ?? ""}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the input while the list is scrolled */}
        <div onMouseDown={event => event.preventDefault()}>
          {props.isLoading ? (
            <Skeleton rows={3} />
          ) : rows.length === 0 ? (
            <p className={styles.nothing}>{words.recipients.nothingFound(shownTyped)}</p>
          ) : (
            <OptionList
              id={listId}
              label={props.label}
              rows={rows}
              active={active}
              chosen={chosen}
              onPick={pick}
              onPoint={setMoved}
              {...(props.note ? { note: props.note } : {})}
            />
          )}
        </div>
      </Popover>
    </div>
  )
}

/** With something typed, Enter takes the first match; an address only when it begins like one. */
function firstMatch(options: readonly OptionRow[], typed: string): number {
  const text = typed.trim().toLowerCase()
  if (text === "" || options.length === 0) return -1
  if (!text.includes("@")) return 0
  return options.findIndex(row => row.kind === "option" && row.option.detail.toLowerCase().startsWith(text))
}
