import type { QueryClient } from "@tanstack/react-query"

const channelName = "relations"

/** Relations were added, changed or deleted here: every list and recipient picker reads them again, in this page and the others. */
export function tellRelationsChanged(queries: QueryClient): void {
  invalidate(queries)
  const channel = new BroadcastChannel(channelName)
  channel.postMessage("changed")
  channel.close()
}

/** Hears of changes in other pages of ours. @returns what ends it */
export function followRelations(queries: QueryClient): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = () => invalidate(queries)
  return () => channel.close()
}

function invalidate(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ["relations"] })
  void queries.invalidateQueries({ queryKey: ["recipients"] })
}
