import { Refusal } from "../../../api/refusal"
import { Button } from "../../../ui/buttons/button"
import { Notice } from "../../../ui/feedback/notice"
import { words } from "../words"
import type { Saving } from "./message-form"
import styles from "./message-form.module.css"

type StaleNoticeProps = { id: string | undefined; saving: Saving; onSaveOver: () => void }

/** Somebody else saved it meanwhile: look at the other text beside this one, or save this one after all. */
export function StaleNotice({ id, saving, onSaveOver }: StaleNoticeProps) {
  const { error } = saving
  if (!id || !(error instanceof Refusal) || error.code !== "stale-draft") return null
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <span className={styles.ways}>
          <a className={styles.link} href={`#/messages/${id}`} target="_blank" rel="noreferrer">
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
