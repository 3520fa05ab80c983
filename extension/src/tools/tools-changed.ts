import type { QueryClient } from "@tanstack/react-query"
import { tellWorker } from "./device/tell-worker"

const channelName = "tools"

/** Tools were added, changed or deleted here: every list reads them again, in this page and the others, and the worker puts its scripts right. */
export function tellToolsChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ["tools"] })
  const channel = new BroadcastChannel(channelName)
  channel.postMessage("changed")
  channel.close()
  tellWorker()
}

/** Hears of changes in other pages of ours. @returns what ends it */
export function followTools(queries: QueryClient): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = () => void queries.invalidateQueries({ queryKey: ["tools"] })
  return () => channel.close()
}
