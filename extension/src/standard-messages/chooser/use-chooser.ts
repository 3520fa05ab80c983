import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { type KeyboardEvent, useEffect, useMemo, useState } from "react"
import { listStandardMessages } from "../list-standard-messages"
import { followStandardMessages } from "../standard-messages-changed"
import { chooserRows, countOf, sectionsOf } from "./chooser-rows"
import { useNothingFound } from "./use-nothing-found"

export type ChooserProps = {
  administrationId: string
  /** The customer's. Left out where there are many customers: then no language stands out. */
  language?: Language | undefined
  /** What it will be about: the preview is filled with its facts. */
  caseRef?: CaseRef | undefined
  /** `language`: the one that was asked for with Tab, where it is not the customer's. */
  onChoose: (chosen: StandardMessageSummary, language: Language | undefined) => void
}

type ChooserState = ChooserProps & { isOpen: boolean; onClose: () => void; canLeave: boolean }

const nothing: StandardMessageSummary[] = []
const page = 5

/** What is typed and marked in the chooser, and what its keys do. `canLeave`: Tab leaves it until something was typed or marked. */
export function useChooser(props: ChooserState) {
  const { administrationId, isOpen, onClose } = props
  const [typed, setTyped] = useState("")
  const [moved, setMoved] = useState<number | undefined>()
  const [asked, setAsked] = useState<{ id: string; language: Language } | undefined>()
  const list = useQuery({ ...listStandardMessages(administrationId), enabled: isOpen })
  const queries = useQueryClient()
  useEffect(() => (isOpen ? followStandardMessages(queries) : undefined), [isOpen, queries])
  const all = list.data?.standardMessages ?? nothing
  const sections = useMemo(() => sectionsOf(all), [all])
  const rows = useMemo(() => chooserRows(sections, typed), [sections, typed])
  const found = countOf(rows)
  const isLoading = list.isPending
  const nothingFound = useNothingFound(administrationId)
  const sentence =
    isLoading || found > 0
      ? undefined
      : nothingFound({
          error: list.data ? null : list.error,
          isEmpty: all.length === 0,
          typed: typed.trim(),
          onAgain: () => void list.refetch(),
          onAll: () => write(""),
        })
  const active = Math.min(moved ?? 0, found - 1)
  const row = rows.find(one => one.kind === "option" && one.place === active)
  const marked = row?.kind === "option" ? row.of : undefined
  const languages = marked?.texts.map(text => text.language) ?? []
  const isAsked = asked !== undefined && asked.id === marked?.id && languages.includes(asked.language)
  const language = isAsked ? asked.language : languages.find(one => one === props.language)

  function write(text: string) {
    setTyped(text)
    setMoved(undefined)
  }
  function choose(chosen: StandardMessageSummary) {
    const wanted = asked?.id === chosen.id ? asked.language : undefined
    close()
    props.onChoose(chosen, wanted)
  }
  function close() {
    setTyped("")
    setMoved(undefined)
    setAsked(undefined)
    onClose()
  }
  function askLanguage(next: Language) {
    if (marked) setAsked({ id: marked.id, language: next })
  }
  /** True: the key was the chooser's, and goes no further. */
  function act({ key, shiftKey }: KeyboardEvent): boolean {
    if (!isOpen) return false
    if (key === "Escape") {
      close()
      return true
    }
    if (key === "Enter") {
      if (marked) choose(marked)
      else sentence?.deed?.act()
      return true
    }
    if (key === "Tab") {
      if (shiftKey || !marked || (props.canLeave && typed === "" && moved === undefined)) return false
      const at = language === undefined ? -1 : languages.indexOf(language)
      const next = languages[(at + 1) % languages.length]
      if (next) askLanguage(next)
      return true
    }
    const to = placeAfter(key, active, found)
    if (to === undefined || shiftKey) return false
    setMoved(to)
    return true
  }
  return {
    props,
    typed,
    write,
    rows,
    found,
    total: all.length,
    isLoading,
    sentence,
    active,
    marked,
    languages,
    /** Of the preview; undefined: the backend picks one. */
    language,
    askLanguage,
    /** The language that Tab asked for; undefined: the customer’s is taken. */
    asked: isAsked ? asked.language : undefined,
    point: setMoved,
    choose,
    close,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || !act(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

export type Chooser = ReturnType<typeof useChooser>

function placeAfter(key: string, active: number, found: number): number | undefined {
  const last = found - 1
  if (last < 0) return undefined
  if (key === "ArrowDown") return active >= last ? 0 : active + 1
  if (key === "ArrowUp") return active <= 0 ? last : active - 1
  if (key === "PageDown") return Math.min(last, active + page)
  if (key === "PageUp") return Math.max(0, active - page)
  return undefined
}
