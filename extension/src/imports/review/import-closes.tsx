import type { Import } from "@casepost/shared/imports"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { openInWords } from "../../ui/money"
import { Dialog } from "../../ui/overlays/dialog"
import styles from "../import.module.css"
import { words } from "../words"

/** Says how many invoices the import closes, and which. */
export function ImportCloses({ closes }: { closes: NonNullable<Import["closes"]> }) {
  const [isOpen, setOpen] = useState(false)
  const percent = closes.ofOpen === 0 ? "0" : ((closes.count / closes.ofOpen) * 100).toFixed(0)
  return (
    <>
      <Notice
        tone="warning"
        action={
          <Button size="sm" onPress={() => setOpen(true)}>
            {words.see(closes.count)}
          </Button>
        }
      >
        <strong>{words.closes(closes.count)}</strong>{" "}
        {words.closesShare(percent, closes.ofOpen, openInWords(closes.amounts) ?? "")}.{" "}
        {closes.askAgain ? words.closesAskAgain : words.closesLimit}
      </Notice>
      <Dialog
        title={words.closingTitle}
        {...(closes.numbers.length < closes.count ? { subtitle: words.closingFirst(closes.numbers.length) } : {})}
        isOpen={isOpen}
        onOpenChange={setOpen}
        foot={<Button onPress={() => setOpen(false)}>{words.close}</Button>}
      >
        <ul className={styles.numbers}>
          {closes.numbers.map(invoice => (
            <li key={invoice}>{invoice}</li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
