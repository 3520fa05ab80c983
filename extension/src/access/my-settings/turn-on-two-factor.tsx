import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { callAuth } from "../../api/auth"
import { changeSession } from "../../api/token"
import { Button } from "../../ui/buttons/button"
import { showToast } from "../../ui/feedback/toasts"
import { PasswordField } from "../../ui/fields/password-field"
import { TextField } from "../../ui/fields/text-field"
import { Dialog } from "../../ui/overlays/dialog"
import { words } from "../words"
import styles from "./my-settings.module.css"
import { QrCode } from "./qr-code"

type Enrolment = { totpURI: string; backupCodes: string[] }

/** Password, then the code of the app that was just given the secret; then the backup codes, once. */
export function TurnOnTwoFactor({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const queries = useQueryClient()
  const enrol = useMutation({
    mutationFn: async () => (await callAuth("post", "two-factor/enable", { body: { password } })).body as Enrolment,
  })
  const confirm = useMutation({
    mutationFn: async () => {
      const { token } = await callAuth("post", "two-factor/verify-totp", { body: { code: code.replace(/\s/g, "") } })
      if (token) await changeSession({ token })
    },
  })
  const enrolment = enrol.data
  async function finish() {
    onClose()
    await queries.invalidateQueries({ queryKey: ["me"] })
    showToast({ kind: "success", words: words.twoFactorIsOn })
  }

  if (enrolment && confirm.isSuccess)
    return (
      <Dialog
        isOpen
        onOpenChange={() => void finish()}
        title={words.backupCodes}
        subtitle={words.backupCodesMore}
        foot={
          <>
            <Button onPress={() => void navigator.clipboard.writeText(enrolment.backupCodes.join("\n"))}>
              {words.copyCodes}
            </Button>
            <Button kind="primary" onPress={() => void finish()}>
              {words.done}
            </Button>
          </>
        }
      >
        <ul className={styles.codes}>
          {enrolment.backupCodes.map(backup => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </Dialog>
    )
  return (
    <Dialog
      key={enrolment ? "code" : "password"}
      isOpen
      onOpenChange={onClose}
      title={words.turnOnTitle}
      subtitle={enrolment ? words.scan : words.passwordFirst}
      onSubmit={() => (enrolment ? confirm.mutate() : enrol.mutate())}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={enrol.isPending || confirm.isPending}>
            {enrolment ? words.turnOn : words.next}
          </Button>
        </>
      }
    >
      {enrolment ? (
        <div className={styles.stack}>
          <QrCode text={enrolment.totpURI} />
          <p>
            {words.secretByHand} <span className={styles.secret}>{secretOf(enrolment.totpURI)}</span>
          </p>
          <TextField
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={setCode}
            error={confirm.error?.message}
          />
        </div>
      ) : (
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={enrol.error?.message}
        />
      )}
    </Dialog>
  )
}

function secretOf(uri: string): string {
  return new URL(uri).searchParams.get("secret") ?? ""
}
