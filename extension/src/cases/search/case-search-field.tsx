import type { CaseSummary } from "@casepost/shared/cases"
import type { Ref } from "react"
import { Kbd } from "../../ui/marks/kbd"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./case-search-field.module.css"
import type { CaseSearch } from "./use-case-search"

type CaseSearchFieldProps = {
  search: CaseSearch
  listId: string
  active: number
  onMove: (place: number) => void
  onOpen: (chosen: CaseSummary) => void
  /** Tab with a case chosen; left out, Tab goes on as ever. */
  onWrite?: () => void
  inputRef?: Ref<HTMLInputElement>
}

/** Type to find a case: arrows choose, Tab writes, Enter opens the timeline, Esc empties. */
export function CaseSearchField(props: CaseSearchFieldProps) {
  const { search, listId, active, onMove, onOpen, onWrite } = props
  const last = search.cases.length - 1
  const chosen = search.cases[active]

  function onKey(key: string): boolean {
    if (key === "ArrowDown" && last >= 0) onMove(active >= last ? 0 : active + 1)
    else if (key === "ArrowUp" && last >= 0) onMove(active <= 0 ? last : active - 1)
    else if (key === "Enter" && chosen) onOpen(chosen)
    else if (key === "Tab" && onWrite && (chosen || search.isSettling)) onWrite()
    else if (key === "Escape" && search.typed !== "") search.write("")
    else return false
    return true
  }
  return (
    <>
      <input
        {...(props.inputRef ? { ref: props.inputRef } : {})}
        className={styles.input}
        role="combobox"
        aria-label={words.search}
        aria-autocomplete="list"
        aria-expanded={last >= 0}
        aria-controls={last >= 0 ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        // What the search takes at most.
        maxLength={200}
        placeholder={words.searchPlaceholder}
        value={search.typed}
        onChange={event => {
          search.write(event.target.value)
          onMove(0)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
          if (!onKey(event.key)) return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {search.typed !== "" && <Kbd>Esc</Kbd>}
      <span className={unseen.spoken} aria-live="polite">
        {search.searched !== "" && !search.isLoading && words.found(search.cases.length + search.more)}
      </span>
    </>
  )
}
