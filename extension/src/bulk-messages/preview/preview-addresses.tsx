import type { BulkPreview } from "@casepost/shared/bulk-messages"
import { Monitor } from "lucide-react"
import { Avatar } from "../../ui/marks/avatar"
import { words } from "../words"
import styles from "./preview-pane.module.css"

/** To whom this one message goes, each with their own mail. */
export function PreviewAddresses({ shown }: { shown: BulkPreview }) {
  return (
    <dl className={styles.addresses}>
      <div className={styles.row}>
        <dt>{words.preview.to}</dt>
        <dd>
          {shown.to ? (
            <Address name={shown.customerName} words={shown.to} />
          ) : (
            <span className={styles.portal}>
              <Monitor size={15} strokeWidth={1.75} aria-hidden="true" />
              {words.preview.portalOnly}
            </span>
          )}
        </dd>
      </div>
      <Copies label={words.preview.cc} names={shown.cc} />
      <Copies label={words.preview.bcc} names={shown.bcc} />
    </dl>
  )
}

function Copies({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {names.map(name => (
          <Address key={name} name={name} words={name} />
        ))}
        <span className={styles.quiet}>{words.preview.ownCopy}</span>
      </dd>
    </div>
  )
}

function Address({ name, words: shown }: { name: string; words: string }) {
  return (
    <span className={styles.address}>
      <Avatar name={name} size={18} />
      <span className={styles.addressWords}>{shown}</span>
    </span>
  )
}
