import { useState } from "react"
import { AddAddressDialog } from "../../cases/head/add-address-dialog"
import { words as caseWords } from "../../cases/words"
import { Button } from "../../ui/buttons/button"
import type { Compose } from "../compose/use-compose"

/** "Add address": records the general address a customer did not have, and puts it in To. */
export function PortalOnlyEnd({ compose }: { compose: Compose }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {caseWords.addAddress}
      </Button>
      <AddAddressDialog
        of={compose.of}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSaved={address => compose.draft.keeper.change({ to: [{ kind: "customer", address }] })}
      />
    </>
  )
}
