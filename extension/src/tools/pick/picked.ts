import type { ToolPage } from "@casepost/shared/tools"

/** What was pointed at in one go: only rules, nothing of any page. */
export type Picked = {
  /** The tool's id; for a tool that is not saved yet, its address. */
  tool: string
  /** One or two kinds of pages: the case's, the list's. */
  pages: ToolPage[]
  /** How the numbers look that were pointed at, to be declared for the tool: `VF-####-#####`. */
  numberPatterns: string[]
}

/** In the session's storage: it outlives the page that asked, and the worker. */
const key = "picked"

export function keepPicked(picked: Picked): Promise<void> {
  return chrome.storage.session.set({ [key]: picked })
}

/**
 * Hands over what was pointed at for a tool, now if it waits already, or whenever it comes; each only once. `tool`: its id, or the address of one
 * that is not saved yet. @returns what ends it
 */
export function onPicked(tool: string, listener: (picked: Picked) => void): () => void {
  let isOver = false
  const take = () =>
    navigator.locks.request(key, async () => {
      const picked = (await chrome.storage.session.get(key))[key] as Picked | undefined
      if (isOver || picked?.tool !== tool) return
      await chrome.storage.session.remove(key)
      listener(picked)
    })
  const heard = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (area === "session" && changes[key]?.newValue !== undefined) void take()
  }
  chrome.storage.onChanged.addListener(heard)
  void take()
  return () => {
    isOver = true
    chrome.storage.onChanged.removeListener(heard)
  }
}

/** The pages of a tool with those pointed at: a page with the same address and purpose is replaced, a new one comes first. At most 20. */
export function addPicked(pages: readonly ToolPage[], picked: Picked): ToolPage[] {
  const isReplaced = (page: ToolPage) => picked.pages.some(one => one.path === page.path && one.shows === page.shows)
  return [...picked.pages, ...pages.filter(page => !isReplaced(page))].slice(0, 20)
}
