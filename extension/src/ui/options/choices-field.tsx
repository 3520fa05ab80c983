import { Check, X } from "lucide-react"
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react"
import { Button } from "../buttons/button"
import { classNames } from "../class-names"
import field from "../fields/field.module.css"
import { fold } from "../text/fold"
import unseen from "../text/unseen.module.css"
import { words } from "../words"
import styles from "./choices-field.module.css"
import options from "./option.module.css"

export type Choice = {
  id: string
  name: string
  /** Quiet words at the right: "412 open cases". */
  after?: string
}

type ChoicesFieldProps = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  placeholder?: string
  "aria-describedby"?: string
}

/**
 * Any number of a list: chips, and a list with ticks that opens on focus and stays until Esc, so that nothing under it jumps away
 * from a click. Space ticks, typing narrows and Enter then ticks; with nothing typed Enter confirms the form around it.
 */
export function ChoicesField({ label, choices, chosen, onChange, placeholder, ...described }: ChoicesFieldProps) {
  const [typed, setTyped] = useState("")
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [said, setSaid] = useState("")
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const shown = useMemo(
    () => choices.filter(choice => fold(choice.name).includes(fold(typed.trim()))),
    [choices, typed],
  )
  const marked = shown[Math.min(active, shown.length - 1)]
  const tokens = choices.filter(choice => chosen.includes(choice.id))
  const isAll = choices.length > 0 && tokens.length === choices.length

  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: "nearest" })
  }, [isOpen])
  useEffect(() => {
    if (isOpen && marked) document.getElementById(`${id}-${marked.id}`)?.scrollIntoView({ block: "nearest" })
  }, [isOpen, marked, id])

  function change(next: string[]) {
    onChange(next)
    setSaid(words.choices.chosen(next.length))
  }
  function toggle(choice: Choice) {
    change(chosen.includes(choice.id) ? chosen.filter(one => one !== choice.id) : [...chosen, choice.id])
    setTyped("")
    setActive(choices.indexOf(choice))
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  /** True: the key was for the list, and goes no further. */
  function act(key: string): boolean {
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (isOpen) setActive(step(Math.min(active, shown.length - 1), key === "ArrowDown" ? 1 : -1, shown.length))
      setOpen(true)
      return true
    }
    if (key === "Escape" && isOpen) {
      setOpen(false)
      setTyped("")
      return true
    }
    if (key === "Backspace" && typed === "" && tokens.length > 0) {
      change(tokens.slice(0, -1).map(token => token.id))
      return true
    }
    if (!isOpen || !marked) return false
    if (key === "Enter" && typed.trim() === "") return false
    // A space inside a typed name is a space; at its end, or with nothing typed, it ticks.
    const isInName = key === " " && fold(marked.name).startsWith(`${fold(typed)} `)
    if ((key === " " && !(typed !== "" && isInName)) || key === "Enter") {
      toggle(marked)
      return true
    }
    return false
  }

  return (
    <div className={field.field}>
      <div className={styles.head}>
        <label className={field.label} htmlFor={id}>
          {label}
        </label>
        {choices.length > 0 && (
          <Button kind="link" onPress={() => change(isAll ? [] : choices.map(choice => choice.id))}>
            {isAll ? words.choices.none : words.choices.all}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips only moves the focus into the input */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the input itself */}
      <div className={styles.box} onClick={() => input.current?.focus()}>
        <ul className={styles.tokens} aria-label={label}>
          {tokens.map(token => (
            <li key={token.id} className={styles.token} title={token.name}>
              <bdi className={styles.words}>{token.name}</bdi>
              <button
                type="button"
                tabIndex={-1}
                className={styles.remove}
                aria-label={words.remove(token.name)}
                onMouseDown={event => event.preventDefault()}
                onClick={event => {
                  event.stopPropagation()
                  change(chosen.filter(one => one !== token.id))
                }}
              >
                <X size={14} strokeWidth={1.75} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <input
          ref={input}
          id={id}
          className={styles.input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}list` : undefined}
          aria-activedescendant={isOpen && marked ? `${id}-${marked.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={tokens.length === 0 ? placeholder : undefined}
          onChange={event => {
            setTyped(event.target.value)
            setActive(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => setTyped("")}
          {...described}
        />
      </div>
      <span className={unseen.spoken} aria-live="polite">
        {said}
      </span>
      {isOpen && (
        <div ref={list} className={classNames(options.list, styles.list)}>
          <div id={`${id}list`} role="listbox" aria-multiselectable="true" aria-label={label}>
            {shown.map((choice, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the combobox input (aria-activedescendant)
              <div
                key={choice.id}
                id={`${id}-${choice.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen.includes(choice.id)}
                className={classNames(options.option, styles.option, choice === marked && options.active)}
                onMouseDown={event => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => toggle(choice)}
              >
                <span className={classNames(styles.tick, chosen.includes(choice.id) && styles.ticked)}>
                  {chosen.includes(choice.id) && <Check size={12} strokeWidth={3} aria-hidden="true" />}
                </span>
                <bdi className={styles.words} title={choice.name}>
                  {choice.name}
                </bdi>
                {choice.after && <span className={styles.after}>{choice.after}</span>}
              </div>
            ))}
          </div>
          {shown.length === 0 && <p className={styles.nothing}>{words.choices.nothingFound(typed.trim())}</p>}
        </div>
      )}
    </div>
  )
}

function step(from: number, by: number, count: number): number {
  return count === 0 ? 0 : (from + by + count) % count
}
