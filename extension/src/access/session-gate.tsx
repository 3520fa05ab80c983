import { CloudOff, LogIn, UserX } from "lucide-react"
import type { ReactNode } from "react"
import { forgetSession } from "../api/token"
import { Button } from "../ui/buttons/button"
import { EmptyState } from "../ui/feedback/empty-state"
import { Skeleton } from "../ui/feedback/skeleton"
import { useSessionState } from "./session"
import styles from "./session-gate.module.css"
import { SignInForm } from "./sign-in-form"
import { words } from "./words"

type SessionGateProps = {
  children: ReactNode
  /** What was kept, in words, when the session has ended: "Your draft about VF-2026-04183 is kept." */
  kept?: ReactNode
}

/**
 * Shows what is inside to somebody who is signed in. When the session ends, what is inside stays as it is, out of reach, until
 * she has signed in again.
 */
export function SessionGate({ children, kept }: SessionGateProps) {
  const state = useSessionState()
  if (state.kind === "loading") return <Skeleton />
  if (state.kind === "signed-out")
    return (
      <EmptyState
        isPage
        icon={LogIn}
        title={words.signInFirst}
        action={
          <Button kind="primary" onPress={() => chrome.runtime.openOptionsPage()}>
            {words.signIn}
          </Button>
        }
      >
        {words.signInFirstMore}
      </EmptyState>
    )
  if (state.kind === "unreached")
    return (
      <EmptyState
        isPage
        icon={CloudOff}
        tone="danger"
        title={words.notReached}
        action={<Button onPress={state.retry}>{words.retry}</Button>}
      >
        {state.error.message}
      </EmptyState>
    )
  if (state.kind === "no-membership")
    return (
      <EmptyState isPage icon={UserX} title={words.noMembership}>
        {words.noMembershipMore}
      </EmptyState>
    )
  const hasEnded = state.kind === "ended"
  return (
    <>
      {hasEnded && (
        <div className={styles.again}>
          <h1 className={styles.title}>{words.signInAgain}</h1>
          <p className={styles.kept}>{kept ?? words.nothingLost}</p>
          <SignInForm email={state.email} onOther={() => void forgetSession()} />
        </div>
      )}
      {state.session && (
        <div className={styles.inside} hidden={hasEnded}>
          {children}
        </div>
      )}
    </>
  )
}
