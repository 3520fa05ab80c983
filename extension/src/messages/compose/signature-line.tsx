import { ChevronRight, Signature } from "lucide-react"
import { useId, useState } from "react"
import { useSignature } from "../../signatures/get-signature"
import { CleanHtml } from "../../ui/text/clean-html"
import { words } from "../words"
import styles from "./compose.module.css"

/** The signature is added by itself: said here, and shown when asked for. */
export function SignatureLine({ administrationId }: { administrationId: string }) {
  const signature = useSignature(administrationId)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const html = signature.data?.html
  if (!signature.data) return null
  if (!html) return <span className={styles.signature}>{words.noSignature}</span>
  return (
    <div className={styles.signatureBlock}>
      <button
        type="button"
        className={styles.signature}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? (
          <ChevronRight size={15} className={styles.turned} aria-hidden="true" />
        ) : (
          <Signature size={15} strokeWidth={1.75} aria-hidden="true" />
        )}
        {words.signatureAdded}
      </button>
      {isOpen && (
        <div id={id} className={styles.signatureText}>
          <CleanHtml html={html} />
        </div>
      )}
    </div>
  )
}
