import type { Signature } from "@casepost/shared/signatures"
import { CleanHtml } from "../ui/text/clean-html"
import styles from "./signature-shown.module.css"
import { words } from "./words"

/** A signature as the customer sees it: its text, and the logo under it. */
export function SignatureShown({ signature }: { signature: Pick<Signature, "html" | "logo"> }) {
  const { html, logo } = signature
  return (
    <div className={styles.signature}>
      {html && <CleanHtml html={html} />}
      {logo && (
        <img
          className={styles.logo}
          src={logo.url}
          width={logo.width}
          height={logo.height}
          alt={words.logo}
          draggable={false}
        />
      )}
    </div>
  )
}
