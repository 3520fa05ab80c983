import { useEffect, useRef } from "react"
import { Button } from "../buttons/button"
import styles from "./load-more.module.css"

type LoadMoreProps = { label: string; hasMore: boolean; isLoading: boolean; onMore: () => void }

/** The end of a list that goes on: the next page comes when it is scrolled to, or when the button is pressed. */
export function LoadMore({ label, hasMore, isLoading, onMore }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  const isOn = hasMore && !isLoading
  useEffect(() => {
    if (!isOn || !end.current) return
    const watch = new IntersectionObserver(seen => {
      if (seen.some(one => one.isIntersecting)) more.current()
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [isOn])
  if (!hasMore) return null
  return (
    <div ref={end} className={styles.end}>
      <Button kind="ghost" size="sm" isBusy={isLoading} onPress={onMore}>
        {label}
      </Button>
    </div>
  )
}
