import { useMemo } from "react"
import { TokenField, type TokenFieldProps } from "../ui/tokens/token-field"
import { useRecipients } from "./list-recipients"
import { recipientGroups } from "./recipient-groups"
import { words } from "./words"

type RecipientPickerProps = Omit<TokenFieldProps, "groups" | "isLoading"> & { administrationId: string }

/** CC, BCC: relations and colleagues of the administration, open on focus with nothing typed. */
export function RecipientPicker({ administrationId, ...field }: RecipientPickerProps) {
  const recipients = useRecipients(administrationId)
  const groups = useMemo(() => recipientGroups(recipients.data?.recipients ?? []), [recipients.data])
  return (
    <TokenField
      {...field}
      groups={groups}
      isLoading={recipients.isPending}
      placeholder={field.placeholder ?? words.placeholder}
    />
  )
}
