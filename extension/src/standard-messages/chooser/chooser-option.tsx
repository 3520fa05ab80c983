import type { Language } from "@casepost/shared/organisations"
import { NotebookText, Paperclip } from "lucide-react"
import { MarkedText } from "../../cases/search/marked-text"
import { classNames } from "../../ui/class-names"
import options from "../../ui/options/option.module.css"
import unseen from "../../ui/text/unseen.module.css"
import styles from "./chooser.module.css"
import { type ChooserRow, withNames } from "./chooser-rows"
import type { Chooser } from "./use-chooser"
import { words } from "./words"

type ChooserOptionProps = {
  id: string
  row: ChooserRow & { kind: "option" }
  count: number
  chooser: Chooser
  isActive: boolean
}

/** One standard message: its description, how its text begins, what goes along, and its languages. */
export function ChooserOption({ id, row, count, chooser, isActive }: ChooserOptionProps) {
  const { of, place } = row
  const wanted = isActive ? chooser.language : chooser.props.language
  const text = of.texts.find(one => one.language === wanted) ?? of.texts[0]
  const files = of.files + (of.attachInvoicePdf ? 1 : 0)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the combobox input (aria-activedescendant)
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox input (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-setsize={count}
      aria-posinset={place + 1}
      className={classNames(options.option, styles.option, isActive && styles.active)}
      style={{ top: row.top }}
      onMouseDown={event => event.preventDefault()}
      onMouseMove={() => !isActive && chooser.point(place)}
      onClick={() => chooser.choose(of)}
    >
      <NotebookText size={16} strokeWidth={1.75} aria-hidden="true" className={styles.mark} />
      <span className={options.words}>
        <span className={options.name}>
          <MarkedText text={of.description} typed={chooser.typed} />
        </span>
        <span className={options.detail}>{withNames(text?.begins ?? "")}</span>
      </span>
      <span className={styles.along}>
        {files > 0 && (
          <span className={styles.quiet} title={words.files(files)}>
            <Paperclip size={13} strokeWidth={1.75} aria-hidden="true" />
            <span className={unseen.spoken}>{words.files(files)}</span>
          </span>
        )}
        {of.copies > 0 && <span className={styles.quiet}>{words.copies(of.copies)}</span>}
        <Languages of={of.texts} wanted={chooser.props.language} shown={isActive ? chooser.language : undefined} />
      </span>
    </div>
  )
}

type LanguagesProps = {
  of: readonly { language: Language }[]
  /** The customer's. */
  wanted: Language | undefined
  /** The one the preview shows. */
  shown: Language | undefined
}

function Languages({ of, wanted, shown }: LanguagesProps) {
  const lacks = wanted !== undefined && !of.some(text => text.language === wanted)
  return (
    <>
      {lacks && <span className={styles.lacks}>{words.noText(wanted)}</span>}
      {of.map(({ language }) => (
        <span
          key={language}
          className={classNames(
            styles.badge,
            language === wanted && styles.wanted,
            language === shown && language !== wanted && styles.shown,
          )}
        >
          {language.toUpperCase()}
        </span>
      ))}
    </>
  )
}
