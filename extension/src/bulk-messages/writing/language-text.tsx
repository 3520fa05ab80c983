import { TriangleAlert } from "lucide-react"
import type { RefObject } from "react"
import { ToggleButton, ToggleButtonGroup } from "react-aria-components"
import toggle from "../../ui/buttons/toggle.module.css"
import { classNames } from "../../ui/class-names"
import { languageNames } from "../../ui/text/language-names"
import { RichText } from "../../ui/text/rich-text"
import type { RichTextHandle } from "../../ui/text/rich-text-editor"
import { PartError } from "../../ui/writing/part-error"
import { words } from "../words"
import styles from "./language-text.module.css"
import { countIn, textIn, withText } from "./texts"
import type { Writing } from "./use-bulk-writing"

const chips = {}

/** The text, once in each language that these customers read; a language without a text says which one they get instead. */
export function LanguageText({ writing, handle }: { writing: Writing; handle: RefObject<RichTextHandle | null> }) {
  const { content, keeper, message, language, shownLanguages } = writing
  const warning = message.warnings.find(one => one.kind === "language-missing" && one.language === language)
  return (
    <>
      <div className={styles.box} data-wanting={writing.wanting === "bodyHtml" || undefined}>
        <div className={styles.bar}>
          <ToggleButtonGroup
            aria-label={words.write.languages}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={keys => {
              const chosen = shownLanguages.find(one => keys.has(one))
              if (chosen) writing.setLanguage(chosen)
            }}
            className={styles.languages ?? ""}
          >
            {shownLanguages.map(one => (
              <ToggleButton key={one} id={one} className={classNames(toggle.toggle, styles.language)}>
                <span lang={one}>{languageNames[one]}</span>{" "}
                {countIn(message, one) > 0 && (
                  <span className={classNames(toggle.count, styles.count)}>{words.number(countIn(message, one))}</span>
                )}
                {isMissing(writing, one) && (
                  <span className={styles.missing}>
                    <TriangleAlert size={13} aria-hidden="true" />
                    {words.write.languageMissing}
                  </span>
                )}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <span className={styles.of}>{words.write.ofCustomers}</span>
        </div>
        <div className={styles.text}>
          <RichText
            key={language}
            label={words.write.textIn(language)}
            placeholder={words.write.textPlaceholder}
            value={textIn(content, language).bodyHtml}
            onChange={bodyHtml => keeper.change({ texts: withText(keeper.read().content, language, { bodyHtml }) })}
            placeholders={chips}
            hasTools
            isDisabled={writing.isLocked}
            handle={handle}
          />
        </div>
        {warning?.kind === "language-missing" && isMissing(writing, language) && (
          <p className={styles.taken} role="status">
            <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            {words.write.takenFrom(warning.cases, warning.language, warning.taken)}
          </p>
        )}
      </div>
      <PartError id="bulk-text-error">
        {writing.wanting === "bodyHtml" ? words.write.wanting.bodyHtml(language) : undefined}
      </PartError>
    </>
  )
}

/** Somebody reads it, other languages have a text, and this one has none. */
function isMissing({ content, message }: Writing, language: Writing["language"]): boolean {
  return (
    countIn(message, language) > 0 &&
    content.texts.length > 0 &&
    !content.texts.some(text => text.language === language)
  )
}
