import { useState } from "react"
import { useSessionState } from "../access/session"
import { SignInForm } from "../access/sign-in-form"
import { Button } from "../ui/buttons/button"
import { Logo } from "../ui/marks/logo"
import styles from "./first-run.module.css"
import { PinStep } from "./pin-step"
import { ServerStep } from "./server-step"
import { Step } from "./step"
import { words } from "./words"

/** Server address, sign-in, pin: what a new user does once. */
export function FirstRun() {
  const state = useSessionState()
  const [isServerKnown, setServerKnown] = useState(false)
  const isSignedIn = state.kind === "signed-in" || state.kind === "no-membership"
  const email =
    state.kind === "signed-in" ? state.session.me.email : state.kind === "no-membership" ? state.me.email : ""
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.head}>
          <Logo size={44} />
          <h1 className={styles.title}>{words.welcome}</h1>
          <p className={styles.lead}>{words.steps}</p>
        </div>
        <ServerStep onKnown={setServerKnown} />
        <Step number={2} title={words.signIn} isDone={isSignedIn} isNext={isServerKnown && !isSignedIn}>
          {isSignedIn ? (
            <p className={styles.quiet}>{words.signedInAs(email)}</p>
          ) : (
            isServerKnown && (
              <div className={styles.form}>
                <SignInForm />
              </div>
            )
          )}
        </Step>
        <PinStep isNext={isSignedIn} />
        {isSignedIn && (
          <div className={styles.end}>
            <Button
              kind="primary"
              size="lg"
              autoFocus
              onPress={() => {
                location.hash = "#/my-settings"
              }}
            >
              {words.toSettings}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
