import type { Ref } from "react"
import { StandardMessageField } from "../../standard-messages/chooser/standard-message-field"
import { PartError } from "../../ui/writing/part-error"
import type { Compose } from "../compose/use-compose"
import { StandardMessageAsked } from "./standard-message-asked"
import { StandardMessageSaid } from "./standard-message-said"

type StandardMessageRowProps = {
  compose: Compose
  inputRef: Ref<HTMLInputElement>
  /** Something was put in or answered: writing goes on in the text. */
  onWrite: () => void
  onAttach: () => void
}

/** "Standard message": choosing one puts it in, asks first where something stands already, and says what came with it. */
export function StandardMessageRow({ compose, inputRef, onWrite, onAttach }: StandardMessageRowProps) {
  const { of, standard } = compose
  return (
    <>
      <StandardMessageField
        administrationId={of.administrationId}
        language={of.language}
        caseRef={of.ref}
        chosen={standard.description}
        onChoose={(chosen, language) => void standard.choose(chosen, language).then(isPut => isPut && onWrite())}
        onClear={standard.clear}
        inputRef={inputRef}
        isDisabled={compose.isLocked}
      />
      <PartError id="compose-standard-error">{standard.error?.message}</PartError>
      {standard.question ? (
        <StandardMessageAsked standard={standard} subject={compose.content.subject} onDone={onWrite} />
      ) : (
        standard.done && <StandardMessageSaid compose={compose} done={standard.done} onAttach={onAttach} />
      )}
    </>
  )
}
