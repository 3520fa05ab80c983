import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from "react"
import type { TokenFieldProps } from "./token-field"
import { keyDeed } from "./token-keys"
import { firstMatch, type ListSentence, matchingRows, type OptionRow, type TokenOption } from "./token-options"

const none: OptionRow[] = []

/** What is typed, marked and selected in a token field, and what its keys and its mouse do. */
export function useTokenField(props: TokenFieldProps) {
  const { tokens, groups } = props
  const [typed, setTyped] = useState("")
  const [isOpen, setOpen] = useState(false)
  const [moved, setMoved] = useState<number | undefined>()
  const [selected, setSelected] = useState(-1)
  const input = useRef<HTMLInputElement>(null)

  const rows = useMemo(() => (isOpen ? matchingRows(groups, typed) : none), [groups, typed, isOpen])
  const found = useMemo(() => countOf(rows), [rows])
  const first = useMemo(() => firstMatch(rows, typed), [rows, typed])
  const chosen = useMemo(() => new Set(tokens.map(token => token.id)), [tokens])
  const sentence: ListSentence | undefined =
    isOpen && !props.isLoading && found === 0 ? props.nothing?.(typed.trim()) : undefined
  const options = found > 0 ? found : sentence?.deed ? 1 : 0
  const active = moved === undefined ? first : Math.min(moved, options - 1)

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
  function pickActive() {
    if (found === 0) return sentence?.deed?.act()
    const row = rows.find(one => one.kind === "option" && one.place === active)
    if (row?.kind === "option") pick(row.option)
  }
  function finish() {
    if (typed.trim() === "") return
    write(props.onTyped(typed.trim()) ?? "")
    // What is asked about an address stands right under it.
    setOpen(false)
  }
  function remove(index: number) {
    const token = tokens[index]
    if (!token) return
    props.onRemove(token.id)
    setSelected(-1)
    input.current?.focus()
  }
  /** Takes a token back into the text, to be corrected. */
  function edit(index: number) {
    const token = tokens[index]
    if (token?.edits === undefined) return
    if (typed.trim() !== "") props.onTyped(typed.trim())
    props.onRemove(token.id)
    write(token.edits)
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget
    const marked = rows.find(row => row.kind === "option" && row.place === active)
    const deed = keyDeed(event, {
      typed,
      atStart: selectionStart === 0 && selectionEnd === 0,
      isOpen,
      isInList: moved !== undefined,
      active,
      isChosen: found === 0 || (marked?.kind === "option" && chosen.has(marked.option.id)),
      selected,
      tokens: tokens.length,
      options,
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
    if (deed.kind === "edit") edit(selected)
    if (deed.kind === "finish") finish()
    if (deed.kind === "pick") pickActive()
  }
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    if (typed !== "" || !props.onPaste) return
    const left = props.onPaste(event.clipboardData.getData("text"))
    if (left === undefined) return
    event.preventDefault()
    write(left)
    setOpen(false)
  }
  return {
    input,
    typed,
    rows,
    found,
    sentence,
    active,
    options,
    chosen,
    selected,
    isOpen,
    setOpen,
    setMoved,
    setSelected,
    write,
    pick,
    finish,
    remove,
    edit,
    onKeyDown,
    onPaste,
  }
}

export type TokenFieldState = ReturnType<typeof useTokenField>

/** Options among rows: the last row is one, and knows its place. */
function countOf(rows: readonly OptionRow[]): number {
  const last = rows.at(-1)
  return last?.kind === "option" ? last.place + 1 : 0
}
