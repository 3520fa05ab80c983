import type { CaseDetail } from "@casepost/shared/cases"
import { Copy, Printer, RotateCw } from "lucide-react"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { showToast } from "../../ui/feedback/toasts"
import { Dialog } from "../../ui/overlays/dialog"
import { useAccessCode } from "../get-access-code"
import { useRenewAccessCode } from "../renew-access-code"
import { words } from "../words"
import styles from "./access-code-dialog.module.css"
import { CloseLinks } from "./close-links"
import { printCode } from "./print-code"

type AccessCodeDialogProps = {
  of: Pick<CaseDetail, "customerId" | "customerName" | "right">
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** The code a customer without an address gets into the portal with: to read out, copy, print or renew. */
export function AccessCodeDialog({ of, isOpen, onOpenChange }: AccessCodeDialogProps) {
  const known = useAccessCode(of.customerId, isOpen)
  const renew = useRenewAccessCode(of.customerId)
  const [isAsking, setAsking] = useState(false)
  const shown = known.data
  async function copy() {
    if (!shown) return
    await navigator.clipboard.writeText(`${shown.portalUrl}\n${shown.customerNumber}\n${shown.code}`)
    showToast({ kind: "success", words: words.copied })
  }
  function renewNow() {
    setAsking(false)
    renew.mutate(undefined, { onSuccess: () => showToast({ kind: "success", words: words.renewed }) })
  }
  return (
    <Dialog
      title={words.accessCode}
      subtitle={words.accessCodeFor(of.customerName)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      foot={
        <>
          {of.right !== "restricted" && (
            <Button icon={RotateCw} kind="ghost" isBusy={renew.isPending} onPress={() => setAsking(true)}>
              {words.renew}
            </Button>
          )}
          <Button icon={Printer} onPress={() => shown && printCode(of.customerName, shown)} isDisabled={!shown}>
            {words.print}
          </Button>
          <Button icon={Copy} kind="primary" onPress={copy} isDisabled={!shown}>
            {words.copy}
          </Button>
        </>
      }
    >
      {known.error && <ProblemNotice problem={known.error} onRetry={() => void known.refetch()} />}
      {renew.error && <ProblemNotice problem={renew.error} />}
      {known.isPending && <Skeleton rows={2} withAvatar={false} />}
      {shown && (
        <dl className={styles.facts}>
          <dt>{words.portal}</dt>
          <dd>{shown.portalUrl}</dd>
          <dt>{words.customerNumber}</dt>
          <dd>{shown.customerNumber}</dd>
          <dt>{words.code}</dt>
          <dd className={styles.code}>{shown.code}</dd>
        </dl>
      )}
      <p className={styles.more}>{words.secondFact}</p>
      {isAsking && (
        <Notice
          tone="warning"
          role="alert"
          action={
            <Button size="sm" onPress={renewNow}>
              {words.renewYes}
            </Button>
          }
        >
          {words.renewAsk}
        </Notice>
      )}
      {of.right !== "restricted" && <CloseLinks customerId={of.customerId} />}
    </Dialog>
  )
}
