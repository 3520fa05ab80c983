import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { callAuth } from "../../api/auth"
import { changeSession } from "../../api/token"
import { Button } from "../../ui/buttons/button"
import { showToast } from "../../ui/feedback/toasts"
import { PasswordField } from "../../ui/fields/password-field"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"

export function TurnOffTwoFactor({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState("")
  const queries = useQueryClient()
  const off = useMutation({
    mutationFn: async () => {
      const { token } = await callAuth("post", "two-factor/disable", { body: { password } })
      if (token) await changeSession({ token })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["me"] })
      showToast({ kind: "success", words: words.twoFactorIsOff })
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={words.turnOffTitle}
      subtitle={words.passwordFirst}
      onSubmit={() => off.mutate()}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={off.isPending} isDisabled={password === ""}>
            {words.turnOff}
          </Button>
        </>
      }
    >
      <PasswordField
        label={words.password}
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={off.error?.message}
      />
    </Dialog>
  )
}
