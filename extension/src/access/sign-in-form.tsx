import { KeyRound, User } from "lucide-react"
import { type FormEvent, useState } from "react"
import { readServerAddress } from "../api/server-address"
import { Button } from "../ui/buttons/button"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { Checkbox } from "../ui/fields/checkbox"
import { PasswordField } from "../ui/fields/password-field"
import { TextField } from "../ui/fields/text-field"
import { SecondFactorForm } from "./second-factor-form"
import { type SecondFactorWanted, signIn } from "./sign-in"
import styles from "./sign-in-form.module.css"
import { words } from "./words"

type SignInFormProps = {
  /** Somebody who was signed in before: the address is fixed. */
  email?: string
  onOther?: () => void
  onSignedIn?: () => void
}

/** E-mail and password, then the second factor where there is one. */
export function SignInForm({ email: fixedEmail, onOther, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(fixedEmail ?? "")
  const [password, setPassword] = useState("")
  const [isShared, setShared] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | undefined>()
  const [wanted, setWanted] = useState<SecondFactorWanted | undefined>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      const more = await signIn({ email: email.trim(), password, isShared })
      setWanted(more)
      if (!more) onSignedIn?.()
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setBusy(false)
    }
  }

  if (wanted)
    return (
      <SecondFactorForm wanted={wanted} onBack={() => setWanted(undefined)} {...(onSignedIn ? { onSignedIn } : {})} />
    )
  const isAgain = fixedEmail !== undefined
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={words.email}
        hideLabel={isAgain}
        type="email"
        name="email"
        autoComplete="username"
        size={isAgain ? "md" : "lg"}
        value={email}
        onChange={setEmail}
        isReadOnly={isAgain}
        isRequired
        autoFocus={!isAgain}
        {...(isAgain ? { icon: User } : {})}
      />
      <PasswordField
        label={words.password}
        hideLabel={isAgain}
        name="password"
        autoComplete="current-password"
        size={isAgain ? "md" : "lg"}
        value={password}
        onChange={changed => {
          setPassword(changed)
          setProblem(undefined)
        }}
        isRequired
        autoFocus={isAgain}
        {...(isAgain ? { icon: KeyRound } : {})}
      />
      {!isAgain && (
        <Checkbox isSelected={isShared} onChange={setShared}>
          {words.sharedComputer}
        </Checkbox>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.foot}>
        <Button kind="primary" size={isAgain ? "md" : "lg"} type="submit" isBusy={isBusy}>
          {words.signIn}
        </Button>
        {!isAgain && (
          <Button kind="link" onPress={openReset}>
            {words.forgot}
          </Button>
        )}
        <span className={styles.end}>
          {isAgain ? (
            <Button kind="link" {...(onOther ? { onPress: onOther } : {})}>
              {words.useAnother}
            </Button>
          ) : (
            words.noAccount
          )}
        </span>
      </div>
    </form>
  )
}

async function openReset() {
  await chrome.tabs.create({ url: `${await readServerAddress()}/reset` })
}
