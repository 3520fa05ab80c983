import styles from "./spinner.module.css"

/** Something is being worked on. Decoration: the words beside it say what. Stands still under reduced motion. */
export function Spinner({ size = 14 }: { size?: number }) {
  return (
    <svg className={styles.spinner} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2a6 6 0 1 0 6 6" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
