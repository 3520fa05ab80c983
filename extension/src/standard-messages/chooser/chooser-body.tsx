import { Skeleton } from "../../ui/feedback/skeleton"
import unseen from "../../ui/text/unseen.module.css"
import styles from "./chooser.module.css"
import { ChooserFoot } from "./chooser-foot"
import { ChooserList } from "./chooser-list"
import { ChooserPreview } from "./preview/chooser-preview"
import type { Chooser } from "./use-chooser"
import { words } from "./words"

/** What hangs under the search: standard messages with a preview of the marked one, a sentence instead of them, or the shape of what is coming. */
export function ChooserBody({ id, chooser }: { id: string; chooser: Chooser }) {
  const { sentence, marked, props } = chooser
  if (chooser.isLoading) return <Skeleton rows={3} />
  if (sentence)
    return (
      <p className={styles.nothing}>
        {sentence.before}
        {sentence.deed && (
          <span id={id} role="listbox" aria-label={words.list}>
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the combobox input (aria-activedescendant) */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox input (aria-activedescendant) */}
            <span id={`${id}-0`} role="option" aria-selected className={styles.deed} onClick={sentence.deed.act}>
              {sentence.deed.label}
            </span>
          </span>
        )}
      </p>
    )
  return (
    <>
      <ChooserList id={id} chooser={chooser} />
      {marked && props.caseRef && <ChooserPreview chooser={chooser} of={marked} caseRef={props.caseRef} />}
      <ChooserFoot hasLanguages={chooser.languages.length > 1} />
    </>
  )
}

/** Announced politely: how many were found, and the language that was asked for. */
export function ChooserSaid({ chooser, isOpen }: { chooser: Chooser; isOpen: boolean }) {
  return (
    <span className={unseen.spoken} aria-live="polite">
      {isOpen && saidOf(chooser)}
    </span>
  )
}

function saidOf({ isLoading, sentence, typed, found, asked }: Chooser): string {
  if (isLoading) return ""
  if (sentence) return `${sentence.before}${sentence.deed?.label ?? ""}`
  if (asked) return words.inLanguage(asked)
  return typed.trim() === "" ? "" : words.found(found)
}
