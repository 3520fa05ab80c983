import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { ArrowLeft, Download, RotateCw } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { goTo } from "../../ui/place/place"
import { listed } from "../figures-in-words"
import { useMaySend } from "../use-may-send"
import { words } from "../words"
import styles from "./bulk-result.module.css"
import { useExportBulkMessage } from "./export-bulk-message"
import { figuresOf, nameOf, whenInWords } from "./figures"
import { ResultCases } from "./result-cases"
import { useRetryBulkMessage } from "./retry-bulk-message"

/** How one bulk message went: figures, then what needs attention, with one step a row. */
export function BulkResult({ message }: { message: BulkMessage }) {
  const retry = useRetryBulkMessage(message.id)
  const file = useExportBulkMessage()
  const maySend = useMaySend(message)
  const isOver = message.state === "done" || message.state === "stopped"
  return (
    <section className={styles.result} aria-label={nameOf(message)}>
      <div className={styles.back}>
        <Button kind="ghost" size="sm" icon={ArrowLeft} onPress={() => goTo("bulk")}>
          {words.result.back}
        </Button>
      </div>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{nameOf(message)}</h2>
          <p className={styles.about}>{aboutOf(message)}</p>
        </div>
        <div className={styles.deeds}>
          <Button icon={Download} isBusy={file.isPending} onPress={() => file.mutate(message)}>
            {words.result.csv}
          </Button>
          {!isOver && (
            <Button kind="primary" onPress={() => goTo(`bulk/${message.id}`)}>
              {words.result.follow}
            </Button>
          )}
          {isOver && message.retryable > 0 && (
            <Button
              kind="primary"
              icon={RotateCw}
              isBusy={retry.isPending}
              disabledReason={maySend ? undefined : words.write.restricted}
              onPress={() => retry.mutate(undefined)}
            >
              {words.result.retry(message.retryable)}
            </Button>
          )}
        </div>
      </header>
      <Figures message={message} />
      <ResultCases key={message.id} message={message} maySend={maySend} />
    </section>
  )
}

function aboutOf(message: BulkMessage): string {
  const { kind, total, byName, content } = message
  const names = (row: "cc" | "bcc") =>
    content[row].map(one => {
      const key = "relationId" in one ? one.relationId : "userId" in one ? one.userId : one.address
      return content.names[key] ?? ("address" in one ? one.address : "")
    })
  const copies = (["cc", "bcc"] as const)
    .filter(row => content[row].length > 0)
    .map(row => words.result.copies(words.write[row], listed(names(row).filter(name => name !== ""))))
  return [words.result.by(whenInWords(message), byName, words.chosen(kind, total)), ...copies].join(" · ")
}

function Figures({ message }: { message: BulkMessage }) {
  const figures = figuresOf(message)
  const shown = [
    ["messages", ""],
    ["delivered", ""],
    ["opened", styles.good],
    ["answered", ""],
    ["portalOnly", ""],
    ["notDelivered", styles.bad],
    ["leftOut", ""],
  ] as const
  return (
    <dl className={styles.figures}>
      {shown.map(([key, look]) => (
        <div key={key} className={figures[key] > 0 ? look : ""}>
          <dt>{words.result.figures[key]}</dt>
          <dd>{words.number(figures[key])}</dd>
        </div>
      ))}
    </dl>
  )
}
