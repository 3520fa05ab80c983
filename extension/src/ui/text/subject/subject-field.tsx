import { lazy, Suspense } from "react"
import styles from "./subject.module.css"
import type { SubjectProps } from "./subject-editor"

const Editor = lazy(() => import("./subject-editor"))

/** One line of text with placeholders as chips; loaded when it is first needed. */
export function SubjectField(props: SubjectProps) {
  return (
    <Suspense fallback={<div className={styles.waiting} data-look={props.look ?? "row"} aria-busy="true" />}>
      <Editor {...props} />
    </Suspense>
  )
}
