import { importHeadings } from "@casepost/shared/import-headings"
import { importFields } from "@casepost/shared/imports"
import { Download } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import styles from "../import.module.css"
import { downloadSample } from "../sample-file"
import { words } from "../words"

/** What the columns are called, with a sample to start from. */
export function ImportHelp() {
  return (
    <section className={styles.below}>
      <div className={styles.helpHead}>
        <h2 className={styles.subtitle}>{words.help}</h2>
        <Button size="sm" icon={Download} onPress={downloadSample}>
          {words.sample}
        </Button>
      </div>
      <p className={styles.quiet}>{words.helpLead}</p>
      <dl className={styles.help}>
        {importFields.map(field => {
          const { holds, example, also } = importHeadings[field]
          return (
            <div key={field} className={styles.helpRow}>
              <dt>
                <code className={styles.code}>{field}</code>
                {example && <span className={styles.example}>{words.example(example)}</span>}
              </dt>
              <dd>{holds}</dd>
              {also && (
                <dd className={styles.also} title={also}>
                  {words.also(also)}
                </dd>
              )}
            </div>
          )
        })}
      </dl>
    </section>
  )
}
