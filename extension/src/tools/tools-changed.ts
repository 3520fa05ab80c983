import type { QueryClient } from "@tanstack/react-query"
import { onPolicyChange } from "../api/policy"
import { tellWorker } from "./device/tell-worker"

const channelName = "tools"

/**
 * Tools were added, changed or deleted here: every list reads them again, in this page and the others, and the worker puts its scripts right.
 * Ends when this page has read them, so that what follows is about the tools as they are now.
 */
export function tellToolsChanged(queries: QueryClient): Promise<void> {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage("changed")
  channel.close()
  tellWorker()
  return queries.invalidateQueries({ queryKey: ["tools"] })
}

/** Hears of changes in other pages of ours, and of the computer's administrator. @returns what ends it */
export function followTools(queries: QueryClient): () => void {
  const again = () => void queries.invalidateQueries({ queryKey: ["tools"] })
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = again
  const endPolicy = onPolicyChange(again)
  return () => {
    channel.close()
    endPolicy()
  }
}
