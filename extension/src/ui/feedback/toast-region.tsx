import { Check, CircleAlert, X } from "lucide-react"
import { useEffect, useState } from "react"
import {
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContentArea,
} from "react-aria-components"
import { useShortcuts } from "../keyboard/use-shortcuts"
import { CountdownRing } from "../marks/countdown-ring"
import { Kbd } from "../marks/kbd"
import { words } from "../words"
import styles from "./toast.module.css"
import { type ToastContent, toastQueue } from "./toasts"

/** Stands once in every page; `showToast` fills it. Z takes back what it counts down to. */
export function ToastRegion() {
  useShortcuts({ z: takeBack })
  return (
    <AriaToastRegion queue={toastQueue} aria-label={words.notices} className={styles.region ?? ""}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ""}>
          <ToastWords content={toast.content} />
          {toast.content.action && (
            <Button
              className={styles.action ?? ""}
              onPress={() => {
                toast.content.action?.onPress()
                toastQueue.close(toast.key)
              }}
            >
              {toast.content.action.label}
              {toast.content.action.keyName && (
                <span aria-hidden="true">
                  <Kbd on="inverse">{toast.content.action.keyName}</Kbd>
                </span>
              )}
            </Button>
          )}
          {toast.content.kind !== "undo" && (
            <Button slot="close" className={styles.close ?? ""} aria-label={words.close}>
              <X size={15} aria-hidden="true" />
            </Button>
          )}
        </Toast>
      )}
    </AriaToastRegion>
  )
}

function takeBack() {
  const counting = toastQueue.visibleToasts.find(({ content }) => content.kind === "undo")
  if (!counting?.content.action) return false
  counting.content.action.onPress()
  toastQueue.close(counting.key)
}

function ToastWords({ content }: { content: ToastContent }) {
  return (
    <>
      {content.kind === "success" && <Check size={18} className={styles.done} aria-hidden="true" />}
      {content.kind === "failure" && <CircleAlert size={18} className={styles.failed} aria-hidden="true" />}
      {content.kind === "undo" && content.endsAt && (
        <Countdown endsAt={content.endsAt} seconds={content.seconds ?? 10} content={content} />
      )}
      {content.kind !== "undo" && (
        <ToastContentArea className={styles.words ?? ""}>
          <Text slot="title">{content.words}</Text>{" "}
          {content.more && <span className={styles.more}>{content.more}</span>}
        </ToastContentArea>
      )}
    </>
  )
}

function Countdown({ endsAt, seconds, content }: { endsAt: number; seconds: number; content: ToastContent }) {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, (endsAt - now) / 1000)
  return (
    <>
      <CountdownRing left={left} total={seconds} size={18} track="var(--inv-2)" colour="#9dafff" />
      <ToastContentArea className={styles.words ?? ""}>
        <Text slot="title">{content.words}</Text>{" "}
        <span className={styles.more} aria-hidden="true">
          {words.sendingIn(Math.ceil(left))}
        </span>
      </ToastContentArea>
    </>
  )
}
