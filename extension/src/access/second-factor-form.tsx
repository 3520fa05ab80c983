import { type FormEvent, useState } from "react"
import { Button } from "../ui/buttons/button"
import { TextField } from "../ui/fields/text-field"
import { confirmSecondFactor, type SecondFactorWanted } from "./sign-in"
import styles from "./sign-in-form.module.css"
import { words } from "./words"

type SecondFactorFormProps = { wanted: SecondFactorWanted; onBack: () => void; onSignedIn?: () => void }

/** The code that follows a right password. */
export function SecondFactorForm({ wanted, onBack, onSignedIn }: SecondFactorFormProps) {
  const [code, setCode] = useState("")
  const [isBackup, setBackup] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      await confirmSecondFactor(wanted, code.replace(/\s/g, ""), isBackup)
      onSignedIn?.()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.lead}>{words.secondFactor}</p>
      <TextField
        key={String(isBackup)}
        label={isBackup ? words.backupCode : words.code}
        size="lg"
        value={code}
        onChange={setCode}
        inputMode={isBackup ? "text" : "numeric"}
        autoComplete="one-time-code"
        error={problem}
        isRequired
        autoFocus
      />
      <div className={styles.foot}>
        <Button kind="primary" size="lg" type="submit" isBusy={isBusy}>
          {words.confirmCode}
        </Button>
        <Button kind="link" onPress={() => setBackup(!isBackup)}>
          {isBackup ? words.useApp : words.useBackup}
        </Button>
        <span className={styles.end}>
          <Button kind="link" onPress={onBack}>
            {words.back}
          </Button>
        </span>
      </div>
    </form>
  )
}
