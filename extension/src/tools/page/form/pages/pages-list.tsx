import type { ToolField, ToolPage } from "@casepost/shared/tools"
import { FileText, List, X } from "lucide-react"
import { IconButton } from "../../../../ui/buttons/icon-button"
import { words } from "../../words"
import styles from "../tool-form.module.css"

type PagesListProps = { pages: readonly ToolPage[]; onRemove: (place: number) => void }

/** Which pages, and what is read on them and from where. */
export function PagesList({ pages, onRemove }: PagesListProps) {
  return (
    <ul className={styles.pages}>
      {pages.map((page, place) => {
        const Icon = page.shows === "list" ? List : FileText
        return (
          <li key={`${page.shows} ${page.path}`} className={styles.page}>
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            <div className={styles.pageWords}>
              <p className={styles.pagePath}>
                {words.pageShows[page.shows]}, <code>{page.path}</code>
              </p>
              {page.fields.map(field => (
                <p key={JSON.stringify(field)} className={styles.help}>
                  <Field field={field} />
                </p>
              ))}
            </div>
            <IconButton icon={X} size="sm" label={words.removePage(page.path)} onPress={() => onRemove(place)} />
          </li>
        )
      })}
    </ul>
  )
}

/** "Invoice number: the text of `h1 span`, like VF-####-#####" */
function Field({ field }: { field: ToolField }) {
  const { from } = words
  const where = field.from === "attribute" ? from.attribute(field.attribute ?? "") : from[field.from]
  const hasSelector = field.selector && field.from !== "title" && field.from !== "path"
  return (
    <>
      {words.fieldOf(field)}: {where} {hasSelector && <code>{field.selector}</code>}
      {field.pattern && words.like(field.pattern)}
    </>
  )
}
