import { Link2Off } from "lucide-react"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import { useRevokePortalLinks } from "../revoke-portal-links"
import { words } from "../words"
import styles from "./access-code-dialog.module.css"

/** Closes the portal to the links mailed so far, after asking: for a mail that reached the wrong person. */
export function CloseLinks({ customerId }: { customerId: string }) {
  const revoke = useRevokePortalLinks(customerId)
  const [isAsking, setAsking] = useState(false)
  function closeNow() {
    setAsking(false)
    revoke.mutate(undefined, {
      onSuccess: ({ revoked }) => showToast({ kind: "success", words: words.linksClosed(revoked) }),
    })
  }
  if (isAsking)
    return (
      <Notice
        tone="warning"
        role="alert"
        action={
          <Button size="sm" onPress={closeNow}>
            {words.closeLinksYes}
          </Button>
        }
      >
        {words.closeLinksAsk}
      </Notice>
    )
  return (
    <div className={styles.links}>
      {revoke.error && <ProblemNotice problem={revoke.error} />}
      <Button icon={Link2Off} size="sm" isBusy={revoke.isPending} onPress={() => setAsking(true)}>
        {words.closeLinks}
      </Button>
    </div>
  )
}
