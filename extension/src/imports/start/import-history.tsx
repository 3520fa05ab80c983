import { deeds, type Import } from "@casepost/shared/imports"
import { useQuery } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { momentInWords } from "../../ui/text/moments"
import styles from "../import.module.css"
import { words } from "../words"

/** What was imported before, newest first; nothing while there is nothing. */
export function ImportHistory({ administrationId }: { administrationId: string }) {
  const { data } = useQuery({
    queryKey: ["imports", administrationId],
    queryFn: ({ signal }) => call(deeds.listImports, { query: { administrationId } }, { signal }),
  })
  const ended = data?.imports.filter(({ state }) => state !== "checked").slice(0, 5) ?? []
  if (ended.length === 0) return null
  return (
    <section className={styles.below}>
      <h2 className={styles.subtitle}>{words.last}</h2>
      <ul>
        {ended.map(one => (
          <li key={one.id} className={styles.past}>
            <span className={styles.strong}>{one.fileName}</span>
            <span className={styles.quiet}>{outcome(one)}</span>
            <span className={styles.when}>{words.byWhen(one.by, momentInWords(one.createdAt))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function outcome(one: Import): string {
  if (one.state === "running") return words.stillRunning
  if (one.state === "failed") return words.failed
  return words.outcome(one.rows - one.counts.refused, one.closes?.count ?? 0)
}
