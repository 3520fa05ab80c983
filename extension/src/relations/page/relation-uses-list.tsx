import type { CaseRef } from "@casepost/shared/cases"
import type { RelationUses } from "@casepost/shared/relations"
import type { ReactNode } from "react"
import { momentInWords } from "../../ui/text/moments"
import styles from "./relation-uses-list.module.css"
import { words } from "./words"

/** Whether anything would lose the relation. */
export function isUsed({ counts }: RelationUses): boolean {
  return Object.values(counts).some(count => count > 0)
}

/** What uses a relation, by kind; cases can be opened from here. */
export function RelationUsesList({ uses }: { uses: RelationUses }) {
  return (
    <div className={styles.uses}>
      <p>{words.used}</p>
      <Group
        title={words.uses.standardMessages(uses.counts.standardMessages)}
        count={uses.counts.standardMessages}
        rows={uses.standardMessages.map(one => ({ key: one.id, first: one.description, more: one.administrationName }))}
      />
      <Group
        title={words.uses.drafts(uses.counts.drafts)}
        count={uses.counts.drafts}
        rows={uses.drafts.map((one, index) => ({
          key: `${one.caseRef.id} ${index}`,
          first: <CaseLink caseRef={one.caseRef}>{one.caseNumber}</CaseLink>,
          more: words.uses.by(one.writtenBy),
        }))}
      />
      <Group
        title={words.uses.scheduledMessages(uses.counts.scheduledMessages)}
        count={uses.counts.scheduledMessages}
        rows={uses.scheduledMessages.map((one, index) => ({
          key: `${one.caseRef.id} ${index}`,
          first: (
            <>
              <CaseLink caseRef={one.caseRef}>{one.caseNumber}</CaseLink> <bdi>{one.subject}</bdi>
            </>
          ),
          more: words.uses.leaves(momentInWords(one.leavesAt)),
        }))}
      />
      <Group
        title={words.uses.reminders(uses.counts.reminders)}
        count={uses.counts.reminders}
        rows={uses.reminders.map((one, index) => ({
          key: `${one.caseRef.id} ${index}`,
          first: <CaseLink caseRef={one.caseRef}>{one.caseNumber}</CaseLink>,
          more: momentInWords(one.at),
        }))}
      />
    </div>
  )
}

type Row = { key: string; first: ReactNode; more: string }

function Group({ title, count, rows }: { title: string; count: number; rows: readonly Row[] }) {
  if (count === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {rows.map(({ key, first, more }) => (
          <li key={key} className={styles.row}>
            <span className={styles.first}>{first}</span>
            <span className={styles.more}>{more}</span>
          </li>
        ))}
      </ul>
      {count > rows.length && <p className={styles.more}>{words.uses.andMore(count - rows.length)}</p>}
    </section>
  )
}

/** Opens the case in a tab of its own: the question stays here. */
function CaseLink({ caseRef, children }: { caseRef: CaseRef; children: ReactNode }) {
  const query = new URLSearchParams({ kind: caseRef.kind, id: caseRef.id })
  return (
    <a className={styles.link} href={`tabs/compose.html?${query}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
