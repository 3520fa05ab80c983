import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { isPlaceholder } from "@casepost/shared/placeholders"
import { useState } from "react"
import { showToast } from "../../ui/feedback/toasts"
import { useChangeBulkCase } from "../cases/change-bulk-case"
import type { RowOfCase } from "../rows/case-rows"
import { nameOf } from "../rows/checked-look"
import { words } from "../words"
import styles from "./check-tab.module.css"

type FillInProps = { message: BulkMessage; of: BulkCase; row: RowOfCase; isLocked: boolean; otherwise: string }

/** Under "Value missing": a field for the first value that can be filled in, for this message only; what was filled in can be changed. */
export function FillIn({ message, of, row, isLocked, otherwise }: FillInProps) {
  const change = useChangeBulkCase(message.id)
  const [isChanging, setChanging] = useState(false)
  const lacking = of.missing.find(isPlaceholder)
  const [given] = Object.keys(of.values).filter(isPlaceholder)
  const name = of.takenOut ? undefined : (lacking ?? (isChanging ? given : undefined))
  const [typed, setTyped] = useState<string | undefined>()
  if (isLocked) return otherwise
  if (!name) {
    if (!given || of.takenOut) return otherwise
    return (
      <button
        type="button"
        className={styles.filled}
        tabIndex={row.tabIndex}
        aria-label={words.rows.change(nameOf(given), of.values[given] ?? "")}
        onClick={() => setChanging(true)}
      >
        {nameOf(given)}: {of.values[given]}
      </button>
    )
  }
  const text = typed ?? of.values[name] ?? ""
  function save() {
    if (!name || change.isPending || text.trim() === (of.values[name] ?? "")) return setChanging(false)
    change.mutate(
      { position: of.position, values: { ...of.values, [name]: text.trim() } },
      {
        onSuccess: () => {
          setTyped(undefined)
          setChanging(false)
        },
        onError: error => showToast({ kind: "failure", words: words.rows.notChanged, more: error.message }),
      },
    )
  }
  return (
    <span className={styles.fill} data-fill-in>
      <input
        aria-label={words.rows.fillIn(nameOf(name), of.case?.customerName ?? "")}
        placeholder={nameOf(name)}
        maxLength={300}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it took the place of the button that was pressed
        autoFocus={isChanging}
        tabIndex={row.tabIndex}
        onFocus={row.onShow}
        onChange={event => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={event => {
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            save()
            nextFrom(event.currentTarget)
          }
          if (event.key === "Escape") {
            event.preventDefault()
            setTyped(undefined)
            setChanging(false)
          }
        }}
      />
    </span>
  )
}

/** On to the next value that is missing, if one is in sight. */
function nextFrom(input: HTMLInputElement): void {
  const fields = [...(input.closest("ul")?.querySelectorAll<HTMLInputElement>("[data-fill-in] input") ?? [])]
  const next = fields[fields.indexOf(input) + 1]
  if (next) next.focus()
  else input.closest("li")?.querySelector<HTMLElement>("[data-main]")?.focus()
}
