import { Button } from "../../../ui/buttons/button"
import { Notice } from "../../../ui/feedback/notice"
import { words } from "../words"
import type { Saving } from "./tool-form"
import styles from "./tool-form.module.css"
import { isRefused } from "./wrong"

type StaleNoticeProps = { id: string | undefined; saving: Saving; onSaveOver: () => void }

/** Somebody else changed it meanwhile: look at theirs beside this one, or save this one after all. */
export function StaleNotice({ id, saving, onSaveOver }: StaleNoticeProps) {
  if (!id || !isRefused(saving.error, "stale-tool")) return null
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <span className={styles.ways}>
          <a className={styles.link} href={`#/tools/${id}`} target="_blank" rel="noreferrer">
            {words.seeTheirs}
          </a>
          <Button size="sm" isBusy={saving.isPending} onPress={onSaveOver}>
            {words.saveMine}
          </Button>
        </span>
      }
    >
      {words.stale}
    </Notice>
  )
}
