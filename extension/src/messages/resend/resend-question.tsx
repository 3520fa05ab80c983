import { suppressedWhy } from "../../relations/recipients/trust"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import type { RecipientRows } from "../recipients/use-recipient-rows"
import { words } from "../words"
import styles from "./resend-dialog.module.css"

/** What there is to be said about the addresses a message is resent to. */
export function ResendQuestion({ rows }: { rows: RecipientRows }) {
  const { question } = rows
  if (!question) return null
  if (question.kind === "portal-only") return <p className={styles.hint}>{words.resend.portalOnly}</p>
  const { check, token } = question
  if (question.kind === "suppressed")
    return <Notice tone="danger">{check.suppressed && words.suppressed(suppressedWhy(check.suppressed))}</Notice>
  if (question.kind === "stranger")
    return (
      <Notice>
        {words.strangerBefore}
        <strong>{words.strangerStrong}</strong>
        {words.strangerAfter}
      </Notice>
    )
  return (
    <Notice
      tone="warning"
      action={
        <>
          <Button size="sm" onPress={() => rows.moveToCc(token)}>
            {words.moveToCc}
          </Button>
          <Button size="sm" kind="ghost" onPress={() => rows.keepAsTo(check.address)}>
            {words.keepAsTo}
          </Button>
        </>
      }
    >
      {words.relationStrong(check.name ?? check.address)}
    </Notice>
  )
}
