import type { StandardMessage } from "@casepost/shared/standard-messages"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { StandardMessageField } from "../../standard-messages/chooser/standard-message-field"
import { getStandardMessage } from "../../standard-messages/get-standard-message"
import { showToast } from "../../ui/feedback/toasts"
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog"
import { inEnglish } from "../../ui/text/language-names"
import { listed } from "../figures-in-words"
import { words } from "../words"
import { chosenContent, isTyped } from "./chosen-content"
import type { Writing } from "./use-bulk-writing"

/** Chooses a standard message: all its languages, copies and files. What was typed is never replaced without asking, and it can be undone. */
export function StandardMessageRow({ writing, onChosen }: { writing: Writing; onChosen: () => void }) {
  const { content, keeper, message } = writing
  const queries = useQueryClient()
  const [asked, setAsked] = useState<StandardMessage | undefined>()
  const [description, setDescription] = useState<string | undefined>()
  const putIn = useRef<string | undefined>(undefined)
  const chosen = content.standardMessageId === null ? undefined : (description ?? message.name)

  async function choose(id: string) {
    try {
      const standard = await queries.fetchQuery(getStandardMessage(id))
      if (isTyped(keeper.read().content, putIn.current)) setAsked(standard)
      else put(standard)
    } catch (error) {
      showToast({ kind: "failure", words: words.write.notChosen, more: (error as Error).message })
    }
  }
  function put(standard: StandardMessage) {
    const before = keeper.read()
    const taken = chosenContent(before.content, standard, doneIn(writing))
    // A message without invoices has no invoice to go along.
    if (message.kind !== "invoice") taken.content.attachInvoicePdf = false
    keeper.change(taken.content, taken.attachments)
    putIn.current = JSON.stringify(taken.content.texts)
    setDescription(standard.description)
    const first = writing.shownLanguages.find(one => standard.texts.some(text => text.language === one))
    writing.setLanguage(first ?? standard.texts[0]?.language ?? writing.language)
    const names = listed(taken.leftOut)
    showToast({
      kind: "success",
      words: words.write.chosen(standard.description),
      ...(taken.leftOut.length > 0
        ? { more: taken.leftOut.length === 1 ? words.write.leftOut(names) : words.write.leftOutMany(names) }
        : {}),
      action: {
        label: words.write.undo,
        onPress: () => {
          keeper.change(before.content, before.attachments)
          putIn.current = undefined
          setDescription(undefined)
        },
      },
    })
    onChosen()
  }
  return (
    <>
      <StandardMessageField
        administrationId={writing.administrationId}
        onChoose={one => void choose(one.id)}
        chosen={chosen}
        onClear={() => {
          keeper.change({ standardMessageId: null })
          setDescription(undefined)
        }}
        isDisabled={writing.isLocked}
      />
      {asked && (
        <ConfirmDialog
          title={words.write.replaceTitle}
          keep={words.write.keep}
          confirm={words.write.replace}
          kind="primary"
          onClose={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            put(asked)
          }}
        >
          {words.write.replaceMore(listed(content.texts.map(text => inEnglish[text.language])))}
        </ConfirmDialog>
      )}
    </>
  )
}

function doneIn({ uploads }: Writing) {
  return uploads.files.flatMap(file => (file.state === "done" ? [file.attachment] : []))
}
