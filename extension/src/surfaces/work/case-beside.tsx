import type { CaseRef } from "@casepost/shared/cases"
import { ArrowLeft } from "lucide-react"
import { type RefObject, useLayoutEffect, useState } from "react"
import { Button } from "../../ui/buttons/button"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { Kbd } from "../../ui/marks/kbd"
import { CasePlace } from "../case/case-place"
import type { OpenCase } from "../open-case"
import { words } from "../words"
import styles from "./work.module.css"

type CaseBesideProps = {
  caseRef: CaseRef
  /** What an answer to a conversation begins with. */
  start?: Partial<OpenCase> | undefined
  onClose: () => void
  onCase: (open: CaseRef) => void
  place: RefObject<HTMLElement | null>
}

/** The timeline of a case, or what is being written about it, beside the list it was opened from. Esc leads back. */
export function CaseBeside({ caseRef, start, onClose, onCase, place }: CaseBesideProps) {
  const [open, setOpen] = useState<OpenCase>({ caseRef, isWriting: false, ...start })
  // The innermost thing first: what is being written is kept as a draft.
  useShortcuts({ escape: () => (open.isWriting ? setOpen({ caseRef, isWriting: false }) : onClose()) })
  // The row lets go of the focus, so that the heading of the case, or the field to write in, takes it as anywhere else.
  useLayoutEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [])
  return (
    <section ref={place} tabIndex={-1} className={styles.beside} aria-label={words.work.case}>
      <div className={styles.back}>
        <Button kind="ghost" size="sm" icon={ArrowLeft} after={!open.isWriting && <Kbd>Esc</Kbd>} onPress={onClose}>
          {words.work.closeCase}
        </Button>
      </div>
      <CasePlace
        open={open}
        onOpen={next => (next.caseRef.id === caseRef.id ? setOpen(next) : onCase(next.caseRef))}
        look="panel"
      />
    </section>
  )
}
