import finderUrl from "url:../../host-page/finder.ts"
import type { FinderOrder } from "../../host-page/calls"
import type { Findings } from "../../host-page/findings"
import type { PageRules } from "../../host-page/rules"
import { scriptFile } from "../../host-page/script-file"
import { readFindings } from "./read-findings"

/** How long a frame may take for its first answer before the others are heard without it, in ms. */
const patience = 1_500

type Watched = { port: chrome.runtime.Port; documentId: string; findings?: Findings }

export type FrameWatch = {
  /** Injects the finder into frames that have none yet. @returns whether the page itself can be read */
  refresh: () => Promise<boolean>
  /** Asks every frame to look again, and to answer even if nothing changed. */
  look: () => void
  stop: () => void
}

type Watching = {
  tabId: number
  rules: PageRules
  /** Which documents of the tab are read: those of the same tool. */
  isRead: (origin: string) => boolean
}

/**
 * Reads a tab by one finder in each of its frames, as long as it is not stopped. `tell` gets the findings of all frames, the page itself
 * first, at first when all have answered, then whenever one changed.
 */
export function watchFrames({ tabId, rules, isRead }: Watching, tell: (frames: Findings[]) => void): FrameWatch {
  const frames = new Map<number, Watched>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  function heard(): void {
    const all = [...frames.entries()].sort(([one], [other]) => one - other).map(([, frame]) => frame)
    clearTimeout(waiting)
    // Nothing is known of a page by its frames alone.
    if (isStopped || !frames.get(0)?.findings) return
    if (all.every(({ findings }) => findings)) tell(all.flatMap(({ findings }) => findings ?? []))
    else waiting = setTimeout(() => tell(all.flatMap(({ findings }) => findings ?? [])), patience)
  }

  function connect({ frameId, documentId }: { frameId: number; documentId: string }): void {
    frames.get(frameId)?.port.disconnect()
    const port = chrome.tabs.connect(tabId, { name: "finder", frameId })
    const frame: Watched = { port, documentId }
    frames.set(frameId, frame)
    port.onMessage.addListener((answer: unknown) => {
      const findings = readFindings(answer)
      if (!findings) return
      frame.findings = findings
      heard()
    })
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError
      if (frames.get(frameId) === frame) frames.delete(frameId)
      if (frameId !== 0) heard()
    })
    port.postMessage({ kind: "watch", rules } satisfies FinderOrder)
  }

  async function refresh(): Promise<boolean> {
    const found = await chrome.scripting
      // At once: a frame that never ends loading would keep all of them waiting.
      .executeScript({ target: { tabId, allFrames: true }, injectImmediately: true, func: () => self.origin })
      .catch(() => undefined)
    if (!found || isStopped) return false
    // By its document: where a page has just gone, the port to it may still stand.
    const isNew = (one: { frameId: number; documentId: string }) =>
      frames.get(one.frameId)?.documentId !== one.documentId
    const fresh = found
      .filter(one => isNew(one) && typeof one.result === "string" && isRead(one.result))
      .map(({ frameId }) => frameId)
    if (fresh.length > 0) {
      const injected = await chrome.scripting
        .executeScript({ target: { tabId, frameIds: fresh }, injectImmediately: true, files: [scriptFile(finderUrl)] })
        .catch(() => [])
      if (isStopped) return false
      for (const one of injected) if (isNew(one)) connect(one)
    }
    return frames.has(0)
  }

  return {
    refresh,
    look: () => {
      for (const { port } of frames.values()) port.postMessage({ kind: "look" } satisfies FinderOrder)
    },
    stop: () => {
      isStopped = true
      clearTimeout(waiting)
      for (const { port } of frames.values()) port.disconnect()
      frames.clear()
    },
  }
}
