import { Ban, Link2, Monitor, TriangleAlert } from "lucide-react"
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react"
import { AccessCodeDialog } from "../../cases/access-code/access-code-dialog"
import { useCorrectAddress } from "../../cases/correct-address"
import { words as caseWords } from "../../cases/words"
import { suppressedWhy } from "../../relations/recipients/trust"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { showToast } from "../../ui/feedback/toasts"
import styles from "../compose/compose.module.css"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"

type ToNoticeProps = { compose: Compose; toInput: RefObject<HTMLInputElement | null> }

/** One notice about To at a time, with its ways out: suppressed, a relation, a stranger, no address. */
export function ToNotice({ compose, toInput }: ToNoticeProps) {
  const { question } = compose.rows
  if (!question || compose.forbidden) return null
  if (question.kind === "portal-only") return <PortalOnly compose={compose} />
  if (question.kind === "suppressed") return <Suppressed compose={compose} toInput={toInput} question={question} />
  if (question.kind === "relation") return <RelationAsTo compose={compose} question={question} />
  return <Stranger compose={compose} question={question} />
}

type Asked = { question: { check: { address: string; name: string | null; belongsTo: string }; token: string } }

function Suppressed({ compose, toInput, question }: ToNoticeProps & Asked) {
  const { of, rows } = compose
  const asked = compose.rows.question
  const suppressed = asked?.kind === "suppressed" ? asked.check.suppressed : null
  const general = of.generalAddress
  const other = general && general !== question.check.address ? general : undefined
  function replace(address?: string) {
    rows.remove("to", question.token)
    if (address) compose.draft.keeper.change({ to: [{ kind: "customer", address }] })
    else toInput.current?.focus()
  }
  return (
    <Asking
      notice={
        <Notice tone="danger" icon={Ban} role="status">
          {suppressed && words.suppressed(suppressedWhy(suppressed))}
        </Notice>
      }
    >
      {other && <Button onPress={() => replace(other)}>{words.insteadUse(other)}</Button>}
      <Button kind={other ? "ghost" : "secondary"} onPress={() => replace()}>
        {words.typeAnother}
      </Button>
    </Asking>
  )
}

function RelationAsTo({ compose, question }: { compose: Compose } & Asked) {
  const { check, token } = question
  const name = check.name ?? check.address
  return (
    <Asking
      notice={
        <Notice tone="warning" icon={TriangleAlert} role="status">
          <strong>{check.belongsTo === "colleague" ? words.colleagueStrong(name) : words.relationStrong(name)}</strong>{" "}
          {words.relationMore}
        </Notice>
      }
    >
      <Button kind="primary" onPress={() => compose.rows.moveToCc(token)}>
        {words.moveToCc}
      </Button>
      <Button kind="ghost" onPress={() => compose.rows.keepAsTo(check.address)}>
        {words.keepAsTo}
      </Button>
    </Asking>
  )
}

function Stranger({ compose, question }: { compose: Compose } & Asked) {
  const correct = useCorrectAddress(compose.of.customerId, compose.of.ref)
  const { address } = question.check
  function record() {
    correct.mutate(address, {
      onSuccess: () => showToast({ kind: "success", words: words.recorded }),
      onError: error => showToast({ kind: "failure", words: error.message }),
    })
  }
  return (
    <Asking
      notice={
        <Notice icon={Link2} role="status">
          {words.strangerBefore}
          <strong>{words.strangerStrong}</strong>
          {words.strangerAfter}
        </Notice>
      }
    >
      <Button onPress={record} isBusy={correct.isPending}>
        {words.record}
      </Button>
      <Button kind="ghost" onPress={() => compose.rows.keepSo(address)}>
        {words.keepSo}
      </Button>
    </Asking>
  )
}

function PortalOnly({ compose }: { compose: Compose }) {
  const [isOpen, setOpen] = useState(false)
  if ((compose.content.unfinished.to ?? []).length > 0) return null
  return (
    <Asking
      notice={
        <Notice
          icon={Monitor}
          role="status"
          action={
            <Button size="sm" onPress={() => setOpen(true)}>
              {caseWords.showCode}
            </Button>
          }
        >
          {words.portalOnlyWhy}
        </Notice>
      }
    >
      <AccessCodeDialog of={compose.of} isOpen={isOpen} onOpenChange={setOpen} />
    </Asking>
  )
}

function Asking({ notice, children }: { notice: ReactNode; children: ReactNode }) {
  const asking = useRef<HTMLDivElement>(null)
  // The button that answers goes with its question: writing goes on in the subject, not nowhere.
  useEffect(() => {
    const subject = asking.current?.closest("form")?.querySelector<HTMLElement>("[role=textbox]")
    return () => void setTimeout(() => document.activeElement === document.body && subject?.focus())
  }, [])
  return (
    <div ref={asking} className={styles.asking}>
      {notice}
      <div className={styles.answers}>{children}</div>
    </div>
  )
}
