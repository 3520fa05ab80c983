import type { QueryClient } from "@tanstack/react-query"

const channelName = "standard-messages"

/** Standard messages were added, changed or archived here: every list and chooser reads them again, in this page and the others. */
export function tellStandardMessagesChanged(queries: QueryClient): void {
  invalidate(queries)
  const channel = new BroadcastChannel(channelName)
  channel.postMessage("changed")
  channel.close()
}

/** Hears of changes in other pages of ours. @returns what ends it */
export function followStandardMessages(queries: QueryClient): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = () => invalidate(queries)
  return () => channel.close()
}

function invalidate(queries: QueryClient): void {
  // Not the one that is being written: what somebody types must not be read over.
  void queries.invalidateQueries({ queryKey: ["standard-messages", "list"] })
  void queries.invalidateQueries({ queryKey: ["standard-messages", "chosen"] })
}
