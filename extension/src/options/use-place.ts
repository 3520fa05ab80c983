import { useSyncExternalStore } from "react"

/** The place within the options page: `my-settings` of `options.html#/my-settings`; empty at the start. */
export function usePlace(): string {
  return useSyncExternalStore(
    listener => {
      window.addEventListener("hashchange", listener)
      return () => window.removeEventListener("hashchange", listener)
    },
    () => location.hash.replace(/^#\/?/, ""),
  )
}
