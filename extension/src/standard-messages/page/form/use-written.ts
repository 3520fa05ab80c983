import { type Language, languages } from "@casepost/shared/organisations"
import type { StandardMessage } from "@casepost/shared/standard-messages"
import { useState } from "react"
import { showToast } from "../../../ui/feedback/toasts"
import { languageNames } from "../../../ui/text/language-names"
import { words } from "../words"
import { emptyText, isWritten, type LanguageText, type Written, writtenOf } from "./written"

/** A standard message that is being written, and the language on screen. */
export type WrittenForm = {
  written: Written
  change: (part: Partial<Written>) => void
  language: Language
  /** The languages with a tab. */
  shown: readonly Language[]
  show: (language: Language) => void
  write: (part: Partial<LanguageText>) => void
  remove: (language: Language) => void
}

/** Starts from a standard message, or from nothing in the administration's own language. */
export function useWritten(message: StandardMessage | undefined, ownLanguage: Language): WrittenForm {
  const [written, setWritten] = useState(() => writtenOf(message))
  const [tabs, setTabs] = useState<readonly Language[]>(() => inOrder([ownLanguage, ...languagesOf(written)]))
  const [language, setLanguage] = useState<Language>(() =>
    !message || isWritten(written.texts[ownLanguage]) ? ownLanguage : (languagesOf(written)[0] ?? ownLanguage),
  )
  const setText = (of: Language, text: LanguageText | undefined) =>
    setWritten(now => {
      const { [of]: _, ...others } = now.texts
      return { ...now, texts: text ? { ...others, [of]: text } : others }
    })
  function show(next: Language) {
    setTabs(now => inOrder([...now, next]))
    setLanguage(next)
  }
  return {
    written,
    change: part => setWritten(now => ({ ...now, ...part })),
    language,
    shown: tabs,
    show,
    write: part =>
      setWritten(now => ({
        ...now,
        texts: { ...now.texts, [language]: { ...(now.texts[language] ?? emptyText), ...part } },
      })),
    remove: gone => {
      const before = written.texts[gone]
      const left = tabs.filter(one => one !== gone)
      setText(gone, undefined)
      setTabs(left)
      setLanguage(left[0] ?? ownLanguage)
      if (!before || !isWritten(before)) return
      showToast({
        kind: "success",
        words: words.languageRemoved(languageNames[gone]),
        action: {
          label: words.undo,
          onPress: () => {
            setText(gone, before)
            show(gone)
          },
        },
      })
    },
  }
}

function languagesOf({ texts }: Written): Language[] {
  return languages.filter(language => texts[language])
}

function inOrder(some: readonly Language[]): Language[] {
  return languages.filter(language => some.includes(language))
}
