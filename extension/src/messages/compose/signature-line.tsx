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
  const logo = signature.data?.logo
  if (!signature.data) return null
  if (!html && !logo) return <span className={styles.signature}>{words.noSignature}</span>
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
          {html && <CleanHtml html={html} />}
          {logo && <img src={logo.url} alt="" width={logo.width} height={logo.height} />}
        </div>
      )}
    </div>
  )
}
