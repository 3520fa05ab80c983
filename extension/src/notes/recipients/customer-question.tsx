import type { AddressCheck } from "@casepost/shared/messages"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { words } from "../words"
import type { NoteRecipients } from "./use-note-recipients"

type CustomerQuestionProps = { people: NoteRecipients; customerName: string }

/** A customer's address among the recipients of a note: asked about before it is mailed there. */
export function CustomerQuestion({ people, customerName }: CustomerQuestionProps) {
  const { asked } = people
  if (!asked) return null
  const [address, whose] = claimOf(asked, customerName)
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <>
          <Button size="sm" onPress={() => people.leaveOut(asked.address)}>
            {words.leaveOut}
          </Button>
          <Button size="sm" kind="ghost" onPress={() => people.confirm(asked.address)}>
            {words.mailAnyway}
          </Button>
        </>
      }
    >
      <strong>{address}</strong>
      {whose} {words.mailThere}
    </Notice>
  )
}

function claimOf({ belongsTo, address, name }: AddressCheck, customerName: string): readonly [string, string] {
  if (belongsTo === "customer") return words.ofThisCustomer(address, customerName)
  return name ? words.ofOtherCustomer(address, name) : words.ofSomeCustomer(address)
}
