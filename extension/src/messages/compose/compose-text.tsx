import { Braces } from "lucide-react"
import { type RefObject, useState } from "react"
import { ChooserAtText } from "../../standard-messages/chooser/chooser-at-text"
import { classNames } from "../../ui/class-names"
import { RichText } from "../../ui/text/rich-text"
import type { RichTextHandle } from "../../ui/text/rich-text-editor"
import { PartError } from "../../ui/writing/part-error"
import writing from "../../ui/writing/writing.module.css"
import { rowProblem } from "../compose-rows/row-problem"
import { words } from "../words"
import styles from "./compose.module.css"
import type { Compose } from "./use-compose"

type ComposeTextProps = {
  compose: Compose
  handle: RefObject<RichTextHandle | null>
  hasTools: boolean
  autoFocus: boolean
  /** Says under the text how many placeholders are filled. */
  hasCount: boolean
}

/** The text of a message: `{` offers placeholders, `/` in an empty line the standard messages; chips show the values of the case. */
export function ComposeText({ compose, handle, hasTools, autoFocus, hasCount }: ComposeTextProps) {
  const { of, content, filled, standard } = compose
  const [slash, setSlash] = useState<DOMRect | undefined>()
  return (
    <>
      <div className={classNames(writing.text, styles.text)}>
        <RichText
          label={words.text}
          placeholder={words.textPlaceholder}
          value={content.bodyHtml}
          onChange={bodyHtml => compose.draft.keeper.change({ bodyHtml })}
          placeholders={{ values: filled.values }}
          onTrigger={(_, at) => {
            setSlash(at)
            return true
          }}
          hasTools={hasTools}
          isDisabled={compose.isLocked}
          autoFocus={autoFocus}
          handle={handle}
          aria-describedby="compose-text-error"
        />
      </div>
      {slash && (
        <ChooserAtText
          at={slash}
          administrationId={of.administrationId}
          language={of.language}
          caseRef={of.ref}
          onChoose={(chosen, language) => {
            setSlash(undefined)
            void standard.choose(chosen, language).then(isPut => isPut && handle.current?.focus())
          }}
          onBack={typed => {
            setSlash(undefined)
            if (typed === "") handle.current?.focus()
            else handle.current?.insert(escaped(typed))
          }}
        />
      )}
      {hasCount && filled.count > 0 && (
        <p className={styles.filled}>
          <Braces size={14} strokeWidth={1.75} aria-hidden="true" />
          {words.placeholders.filled(filled.count)}
        </p>
      )}
      <PartError id="compose-text-error">{rowProblem(compose.error, "bodyHtml") ?? compose.wrong.bodyHtml}</PartError>
    </>
  )
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
}
