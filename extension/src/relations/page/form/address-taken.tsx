import type { Relation } from "@casepost/shared/relations"
import { Button } from "../../../ui/buttons/button"
import { Notice } from "../../../ui/feedback/notice"
import { words } from "../words"

/** Says who has the address that is being typed, before it is refused. */
export function AddressTaken({ by }: { by: Relation }) {
  return (
    <Notice
      tone="warning"
      role="status"
      action={
        <Button
          size="sm"
          onPress={() => {
            // By the address, so that what was typed is asked about first.
            location.hash = `#/relations/${by.id}`
          }}
        >
          {words.editThatOne}
        </Button>
      }
    >
      {words.taken(by.name)}
    </Notice>
  )
}
