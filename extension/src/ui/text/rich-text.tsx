import { lazy, Suspense } from "react"
import styles from "./rich-text.module.css"
import type { RichTextProps } from "./rich-text-editor"

const Editor = lazy(() => import("./rich-text-editor"))

/** The editor of messages, notes and signatures; loaded when it is first needed. */
export function RichText(props: RichTextProps) {
  return (
    <Suspense fallback={<div className={styles.waiting} aria-busy="true" />}>
      <Editor {...props} />
    </Suspense>
  )
}
