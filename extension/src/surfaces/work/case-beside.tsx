import type { CaseRef } from "@casepost/shared/cases"
import { ArrowLeft } from "lucide-react"
import { type RefObject, useEffect, useState } from "react"
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
  useShortcuts({ escape: onClose })
  useEffect(() => place.current?.focus(), [place])
  return (
    <section ref={place} tabIndex={-1} className={styles.beside} aria-label={words.work.case}>
      <div className={styles.back}>
        <Button kind="ghost" size="sm" icon={ArrowLeft} after={<Kbd>Esc</Kbd>} onPress={onClose}>
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
