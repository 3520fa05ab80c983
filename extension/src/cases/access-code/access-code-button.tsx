import type { CaseDetail } from "@casepost/shared/cases"
import { KeyRound } from "lucide-react"
import { useState } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { words } from "../words"
import { AccessCodeDialog } from "./access-code-dialog"

/** On every case: how its customer gets into the portal. */
export function AccessCodeButton({ of }: { of: CaseDetail }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton icon={KeyRound} size="xs" label={words.accessCode} onPress={() => setOpen(true)} />
      <AccessCodeDialog of={of} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  )
}
