import type { Attachment } from "@casepost/shared/attachments"
import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { isForNow, isRefused } from "../../api/refusal"
import type { DraftSaving } from "../../drafts/draft-keeper"
import { saveBulkMessage } from "./save-bulk-message"
import { forgetUnsavedBulk, keepUnsavedBulk, readUnsavedBulk } from "./unsaved-bulk"

export type BulkDraft = {
  content: BulkContent
  /** The files it has; a new array only when other files were taken in. */
  attachments: readonly Attachment[]
  saving: DraftSaving
  savedAt: string
  /** Saved in another tab meanwhile; nothing is overwritten. */
  newer?: BulkMessage | undefined
  /** What was typed here before the newer one took its place. */
  mine?: BulkContent | undefined
  error?: Error | undefined
}

export type BulkKeeper = ReturnType<typeof makeBulkKeeper>

type Ways = {
  /** Hears what the backend answered to a save. */
  onSaved: (message: BulkMessage) => void
  /** Reads it as it is now. */
  readNow: () => Promise<BulkMessage>
}

const pause = 600
const retryPause = 5_000

/** Keeps what is written of a bulk message: saved a moment after every change, one save at a time, never over a newer one. */
export function makeBulkKeeper(opened: BulkMessage, { onSaved, readNow }: Ways) {
  const { id } = opened
  let state: BulkDraft = {
    content: opened.content,
    attachments: opened.attachments,
    saving: "saved",
    savedAt: opened.savedAt,
  }
  let version = opened.version
  /** What the backend has, as far as is known here. */
  let held = textOf(opened.content)
  let isDirty = false
  let isOver = false
  let isAnswerMissing = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function set(change: Partial<BulkDraft>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  function take(message: BulkMessage) {
    version = message.version
    held = textOf(message.content)
    isDirty = false
    const { content, attachments, savedAt } = message
    set({ content, attachments, savedAt, saving: "saved", newer: undefined, error: undefined })
  }
  async function open() {
    const unsaved = await readUnsavedBulk(id)
    if (!unsaved || textOf(unsaved.content) === held || isDirty) return
    if (unsaved.version !== version) return set({ mine: unsaved.content })
    change(unsaved.content)
  }
  function change(part: Partial<BulkContent>, attachments?: readonly Attachment[]) {
    if (isOver) return
    isDirty = true
    set({ content: { ...state.content, ...part }, saving: "waiting", ...(attachments ? { attachments } : {}) })
    void keepUnsavedBulk(id, { content: state.content, version })
    later(pause)
  }
  function later(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  /** One save at a time; what was typed meanwhile is saved right after. */
  async function save(isLast = false): Promise<void> {
    clearTimeout(timer)
    while (running) await running
    if (!isDirty || isOver || state.newer) return
    running = saveOnce(isLast).finally(() => {
      running = undefined
    })
    await running
    if (isDirty && state.saving === "waiting") await save(isLast)
  }
  async function saveOnce(isLast: boolean) {
    const saved = state.content
    set({ saving: "saving" })
    try {
      const message = await saveBulkMessage(id, { content: saved, version, isLast })
      version = message.version
      held = textOf(saved)
      isAnswerMissing = false
      isDirty = state.content !== saved
      if (isOver) return
      set({ savedAt: message.savedAt, saving: isDirty ? "waiting" : "saved", error: undefined })
      onSaved(message)
      await (isDirty ? keepUnsavedBulk(id, { content: state.content, version }) : forgetUnsavedBulk(id))
    } catch (error) {
      await meetRefusal(error as Error, saved)
    }
  }
  async function meetRefusal(error: Error, sent: BulkContent) {
    if (isRefused(error, "stale-draft")) {
      const now = await readNow().catch(() => undefined)
      if (!now) return set({ saving: "kept-here" })
      // What this page saved itself when the connection dropped, or only its cases changed: what stands here grew from it.
      if ((isAnswerMissing && textOf(now.content) === textOf(sent)) || textOf(now.content) === held) {
        version = now.version
        held = textOf(now.content)
        isAnswerMissing = false
        return set({ saving: "waiting" })
      }
      return set({ saving: "kept-here", newer: now })
    }
    if (!isForNow(error)) return set({ saving: "refused", error })
    isAnswerMissing = true
    set({ saving: "kept-here" })
    later(retryPause)
  }
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    read: () => state,
    open,
    change,
    save,
    /** It was read anew: taken in when nothing was typed here since. */
    meet: (message: BulkMessage) => {
      if (message.version <= version || isOver || running) return
      if (textOf(message.content) === held) version = message.version
      else if (!isDirty) take(message)
    },
    /** Takes the newest one, which may be newer than the one told about, and keeps what was typed here to look at. */
    takeNewer: async () => {
      const { newer, content } = state
      if (!newer) return
      take(await readNow().catch(() => newer))
      set({ mine: content })
    },
    /** Puts what was typed here in place of the newer one. */
    putMine: (mine: BulkContent) => {
      set({ mine: undefined })
      change(mine)
    },
    forgetMine: () => {
      set({ mine: undefined })
      if (!isDirty) void forgetUnsavedBulk(id)
    },
    /** Everything saved, and the version for sending it; undefined when that cannot be done now. */
    settle: async (): Promise<number | undefined> => {
      await save()
      return isDirty || state.newer ? undefined : version
    },
    /** It was sent off: nothing is saved any more. */
    consumed: () => {
      isOver = true
      clearTimeout(timer)
      void forgetUnsavedBulk(id)
    },
  }
}

/** Equal where the same is written, whatever the order of its parts. */
function textOf(content: BulkContent): string {
  const { texts, names: _, ...rest } = content
  const written = texts.filter(text => text.subject !== "" || text.bodyHtml !== "")
  return JSON.stringify([written.toSorted((one, other) => one.language.localeCompare(other.language)), sorted(rest)])
}

function sorted(part: object): [string, unknown][] {
  return Object.entries(part).toSorted(([one], [other]) => one.localeCompare(other))
}
