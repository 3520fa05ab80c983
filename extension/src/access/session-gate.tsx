import { CloudOff, LogIn, UserX } from "lucide-react"
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef } from "react"
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components"
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
  /** Stands above that, with the way out of a surface that can be closed. */
  head?: ReactNode
}

/**
 * Shows what is inside to somebody who is signed in. When the session ends, what is inside stays as it is, out of reach, until
 * she has signed in again.
 */
export function SessionGate({ children, kept, head }: SessionGateProps) {
  const state = useSessionState()
  const hasEnded = state.kind === "ended"
  const inside = useKeptFocus(hasEnded)
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
  return (
    <>
      {hasEnded && (
        <SignInAgain head={head}>
          <p className={styles.kept}>{kept ?? words.nothingLost}</p>
          <SignInForm email={state.email} onOther={() => void forgetSession()} />
        </SignInAgain>
      )}
      {state.session && (
        <div {...inside} className={styles.inside} hidden={hasEnded}>
          {children}
        </div>
      )}
    </>
  )
}

/** Covers the page and the windows that are open over it: a window would keep the focus from the password. */
function SignInAgain({ children, head }: { children: ReactNode; head: ReactNode }) {
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.cover ?? ""}>
      <Modal className={styles.again ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          {head && <div className={styles.head}>{head}</div>}
          <Heading slot="title" level={1} className={styles.title ?? ""}>
            {words.signInAgain}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Remembers what has the focus, and gives it back after a session ended; where that is gone, to the first heading or field. */
function useKeptFocus(hasEnded: boolean) {
  const element = useRef<HTMLDivElement>(null)
  const held = useRef<Element | null>(null)
  const wasAway = useRef(false)
  useLayoutEffect(() => {
    if (hasEnded) wasAway.current = true
    else if (wasAway.current && element.current) {
      wasAway.current = false
      focusOn(held.current, element.current)
    }
  })
  return {
    ref: element,
    onFocus: (event: FocusEvent) => {
      held.current = event.target
    },
  }
}

function focusOn(held: Element | null, inside: HTMLElement): void {
  // It may stand in a window over what is inside.
  if (held instanceof HTMLElement && held.isConnected) held.focus()
  if (held && document.activeElement === held) return
  const first = inside.querySelector<HTMLElement>("h1, h2, input, textarea, [contenteditable=true]")
  if (first?.matches("h1, h2")) first.tabIndex = -1
  first?.focus()
}
