import { type ReactNode, useEffect, useState } from "react"
import { Button } from "../buttons/button"
import { Dialog } from "../overlays/dialog"
import { words } from "../words"
import { guardLeaving, type LeaveGuard } from "./place"

/**
 * Guards what was typed and not saved: against links, the back button, another organisation, closing the tab, and against the
 * form's own way out (`ask`). The question has to be drawn by whoever guards.
 */
export function useUnsavedChanges(isUnsaved: boolean): { ask: LeaveGuard; question: ReactNode } {
  const [leaving, setLeaving] = useState<(() => void) | undefined>()
  useEffect(() => {
    if (!isUnsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    guardLeaving(go => setLeaving(() => go))
    window.addEventListener("beforeunload", hold)
    return () => {
      guardLeaving(undefined)
      window.removeEventListener("beforeunload", hold)
    }
  }, [isUnsaved])

  const stay = () => setLeaving(undefined)
  function throwAway() {
    guardLeaving(undefined)
    setLeaving(undefined)
    leaving?.()
  }
  return {
    ask: go => (isUnsaved ? setLeaving(() => go) : go()),
    question: (
      <Dialog
        role="alertdialog"
        title={words.unsaved.title}
        isOpen={leaving !== undefined}
        onOpenChange={stay}
        onSubmit={throwAway}
        foot={
          <>
            <Button onPress={stay} autoFocus>
              {words.unsaved.stay}
            </Button>
            <Button kind="danger" type="submit">
              {words.unsaved.throwAway}
            </Button>
          </>
        }
      >
        <p>{words.unsaved.more}</p>
      </Dialog>
    ),
  }
}
