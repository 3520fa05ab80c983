import type { ReactNode } from "react"
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components"

/** What a toast says. `undo` counts down to `endsAt`; `failure` stays until it is closed. */
export type ToastContent = {
  kind: "success" | "failure" | "undo"
  words: ReactNode
  /** Quieter words after the first. */
  more?: ReactNode
  action?: { label: string; keyName?: string; onPress: () => void }
  /** Milliseconds since 1970, and the whole time in seconds, of an undo. */
  endsAt?: number
  seconds?: number
}

/** One at a time, bottom left, in every page of ours. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 1 })

/** Shows a toast in place of the one that stands there; gives back its key for `closeToast`. */
export function showToast(content: ToastContent): string {
  for (const toast of toastQueue.visibleToasts) toastQueue.close(toast.key)
  return toastQueue.add(content, timeoutOf(content))
}

export function closeToast(key: string): void {
  toastQueue.close(key)
}

/** Takes away a toast that only told of a success: a dialog opens where it stands. */
export function clearSuccess(): void {
  for (const toast of toastQueue.visibleToasts) if (toast.content.kind === "success") toastQueue.close(toast.key)
}

function timeoutOf(content: ToastContent): { timeout?: number } {
  if (content.kind === "success") return { timeout: 6000 }
  if (content.kind === "undo" && content.endsAt) return { timeout: Math.max(1000, content.endsAt - Date.now()) }
  return {}
}
