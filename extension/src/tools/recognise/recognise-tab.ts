import type { LookupBody } from "@casepost/shared/cases"
import { toolOfPage } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import type * as z from "zod"
import type { Findings } from "../../host-page/findings"
import { noRules, rulesOf } from "../presets/rules-of"
import { administrationOf } from "./administration-of"
import { decide } from "./decide"
import type { KnownCase } from "./matching"
import type { Recognised } from "./recognised"
import { textsOf } from "./texts-of"
import { type FrameWatch, watchFrames } from "./watch-frames"

/** How long a page may still show what it showed at its last address, in ms, before that is taken for what it shows now. */
const turning = 1_200

/** What is known of a tab now. Nothing of the page it showed before ever stays. */
export type TabLook = {
  recognised: Recognised | undefined
  /** The tool it belongs to, of those that are on. */
  tool: Tool | undefined
  /** Its address; empty where Chrome does not say. */
  page: string
  isPending: boolean
  /** Chrome keeps this page closed, or nobody gave permission for it. */
  isClosed: boolean
  error: Error | undefined
}

export const emptyLook: TabLook = {
  recognised: undefined,
  tool: undefined,
  page: "",
  isPending: true,
  isClosed: false,
  error: undefined,
}

type Recognising = {
  tabId: number
  tools: readonly Tool[]
  /** The one question to the backend for all texts of a page. */
  lookUp: (body: z.input<typeof LookupBody>) => Promise<KnownCase[]>
  /** The case of a page of our own server that somebody shared, if it is one. */
  findShared: (page: string) => Promise<KnownCase | undefined>
}

/** Follows one tab through its pages and tells what each shows, until stopped. */
export function recogniseTab(
  context: Recognising,
  tell: (look: TabLook) => void,
): { retry: () => void; stop: () => void } {
  const { tabId, tools } = context
  let look = emptyLook
  let watch: FrameWatch | undefined
  // Counts what was begun: an answer to an earlier question is not heard any more.
  let turn = 0
  let last: readonly Findings[] = []
  let left = { content: "", until: 0 }
  let waiting: ReturnType<typeof setTimeout> | undefined

  const toolOf = (page: string) =>
    toolOfPage(
      tools.filter(({ on }) => on),
      page,
    )

  function show(change: Partial<TabLook>): void {
    look = { ...look, ...change }
    tell(look)
  }

  async function start(): Promise<void> {
    const mine = ++turn
    watch?.stop()
    watch = undefined
    last = []
    left = { content: "", until: 0 }
    const page = await addressOf(tabId)
    if (mine !== turn) return
    const tool = page === undefined ? undefined : toolOf(page)
    show({ ...emptyLook, page: page ?? "", tool })
    if (!page) return show({ isPending: false, isClosed: true })
    try {
      const shared = await context.findShared(page)
      if (mine !== turn) return
      if (shared) return show({ isPending: false, recognised: { kind: "one", found: { ...shared, by: "address" } } })
      if (tool && !tool.readsCases) return show({ isPending: false, recognised: nothing })
      const isRead = (origin: string) => origin === new URL(page).origin
      watch = watchFrames({ tabId, rules: tool ? rulesOf(tool) : noRules, isRead }, frames => void answer(frames))
      const isOpen = await watch.refresh()
      if (mine === turn && !isOpen) show({ isPending: false, isClosed: true })
    } catch (error) {
      if (mine === turn) show({ isPending: false, error: error as Error })
    }
  }

  async function answer(frames: Findings[]): Promise<void> {
    const mine = ++turn
    try {
      if (!(await isOfThisPage(frames[0]?.place))) return
      if (mine !== turn) return
      last = frames
      if (isStillTurning(frames)) return
      const recognised = await recognise(frames, look)
      if (mine === turn) show({ recognised, isPending: false, error: undefined })
    } catch (error) {
      if (mine === turn) show({ recognised: undefined, isPending: false, error: error as Error })
    }
  }

  /** Whether the findings are of the page that the tab shows now: a page that is being left may still answer. */
  async function isOfThisPage(place = ""): Promise<boolean> {
    if (isSamePage(place, look.page)) return true
    const page = await addressOf(tabId)
    if (!page || !isSamePage(place, page)) return false
    look = { ...look, page }
    return true
  }

  /** An application changes its address first, and what it shows a moment later: until then it shows the page before. */
  function isStillTurning(frames: readonly Findings[]): boolean {
    const wait = left.until - Date.now()
    if (wait <= 0 || left.content === "" || contentOf(frames) !== left.content) return false
    clearTimeout(waiting)
    waiting = setTimeout(() => watch?.look(), wait)
    return true
  }

  async function recognise(frames: Findings[], { tool, page }: TabLook): Promise<Recognised> {
    const administrationId = administrationOf(tool, page)
    const texts = textsOf(frames)
    if (!texts || administrationId === "unknown" || frames.some(frame => frame.page === "draft"))
      return decide(frames, [])
    const known = await context.lookUp({ ...texts, ...(administrationId === "any" ? {} : { administrationId }) })
    return decide(frames, known)
  }

  function updated(id: number, change: { url?: string; status?: string }): void {
    if (id !== tabId) return
    if (change.url !== undefined && change.url !== look.page) void moved(change.url)
    else if (change.status === "complete") void loaded()
  }

  async function loaded(): Promise<void> {
    // A page without a finder: one of our own server, or one that is begun with just now.
    if (watch ? await watch.refresh() : !look.isClosed) return
    await start()
  }

  /** Another address: the same document where an application turned its own page, else a new one. */
  async function moved(page: string): Promise<void> {
    const stays = watch && toolOf(page)?.id === look.tool?.id
    turn++
    left = { content: contentOf(last), until: Date.now() + turning }
    show({ page, recognised: undefined, isPending: true, error: undefined })
    if (!stays || !(await watch?.refresh())) return start()
    watch?.look()
  }

  chrome.tabs.onUpdated.addListener(updated)
  void start()
  return {
    retry: () => void start(),
    stop: () => {
      turn++
      clearTimeout(waiting)
      watch?.stop()
      chrome.tabs.onUpdated.removeListener(updated)
    },
  }
}

/** Chrome leaves a text fragment (`#:~:text=`) out of what the page knows. */
function isSamePage(place: string, page: string): boolean {
  const plain = (address: string) => address.replace(/#?:~:.*$/, "").slice(0, 2_000)
  return plain(place) === plain(page)
}

/** What was found in the page itself, apart from its address; nothing, where nothing was found. */
function contentOf(frames: readonly Findings[]): string {
  const groups = frames.flatMap(frame => frame.groups.filter(({ by }) => by !== "address"))
  return groups.length === 0 ? "" : JSON.stringify(groups)
}

const nothing: Recognised = { kind: "none", why: "nothing", numbers: [] }

async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await chrome.tabs.get(tabId).catch(() => undefined)
  return tab?.url && /^https?:/.test(tab.url) ? tab.url : undefined
}
