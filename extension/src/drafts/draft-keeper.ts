import type { Attachment } from "@casepost/shared/attachments"
import type { Draft, DraftContent } from "@casepost/shared/drafts"
import { isForNow, Refusal } from "../api/refusal"
import { discardDraft } from "./discard-draft"
import { type DraftPlace, getDraft } from "./get-draft"
import { saveDraft } from "./save-draft"
import { surfaceName } from "./surface-name"
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsaved-drafts"

/** `kept-here`: the backend is not reached; what was typed is kept on this computer until it is. */
export type DraftSaving = "untouched" | "waiting" | "saving" | "saved" | "kept-here" | "refused"

/** Somebody (me, in another tab) saved, sent or threw away the draft that is open here. Nothing is overwritten. */
export type DraftConflict = { kind: "other-tab"; newer: Draft } | { kind: "gone" }

export type DraftState = {
  phase: "loading" | "ready" | "failed"
  content: DraftContent
  /** The files of a restored draft; a new array only when another draft was taken in. */
  attachments: readonly Attachment[]
  saving: DraftSaving
  savedAt?: string
  conflict?: DraftConflict
  /** Names of relations and colleagues who were taken out because they are no longer available, until that was read. */
  leftOut: readonly string[]
  /** HTML that was typed here before a newer draft took its place. */
  mine?: string
  error?: Error
}

export type DraftKeeper = ReturnType<typeof makeDraftKeeper>

const pause = 600
const retryPause = 5_000

/** Keeps one draft: restores it, saves it a moment after every change, one save at a time, and never over a newer one. */
export function makeDraftKeeper(place: DraftPlace, initial: DraftContent) {
  let state: DraftState = { phase: "loading", content: initial, attachments: [], leftOut: [], saving: "untouched" }
  let version = 0
  let draftId: string | undefined
  let isDirty = false
  let isOver = false
  /** A save went out and nothing came back: it may have been done all the same. */
  let isAnswerMissing = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function set(change: Partial<DraftState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  function take(draft: Draft) {
    version = draft.version
    draftId = draft.id
    isDirty = false
    const { content, attachments, savedAt } = draft
    set({ phase: "ready", content, attachments, savedAt, saving: "saved", conflict: undefined })
    if (draft.leftOut.length === 0) return
    leaveOut(draft.leftOut)
    // Kept without them, so that it is said once.
    isDirty = true
    later(pause)
  }
  function leaveOut(names: readonly string[]) {
    set({ leftOut: [...new Set([...state.leftOut, ...names])] })
  }

  async function open() {
    if (state.phase === "ready") return
    const unsaved = await readUnsaved(place)
    const draft = await getDraft(place).catch((error: unknown) => error as Error)
    if (draft instanceof Error) {
      if (!isForNow(draft)) return set({ phase: "failed", error: draft })
      version = unsaved?.version ?? 0
      if (!unsaved) return set({ phase: "ready" })
      isDirty = true
      set({ phase: "ready", content: unsaved.content, saving: "kept-here" })
      return later(retryPause)
    }
    if (draft) take(draft)
    if (!unsaved) return set({ phase: "ready" })
    set({ phase: "ready", content: unsaved.content })
    isDirty = true
    if (!draft && unsaved.version > 0) return set({ conflict: { kind: "gone" } })
    if (draft && draft.version !== unsaved.version && draft.surface !== unsaved.surface)
      return set({ conflict: { kind: "other-tab", newer: draft } })
    void save()
  }

  function change(part: Partial<DraftContent>) {
    if (isOver) return
    isDirty = true
    set({ content: { ...state.content, ...part }, saving: "waiting" })
    void keepUnsaved(place, { content: state.content, version, surface: surfaceName })
    later(pause)
  }

  function later(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }

  /** One save at a time; what was typed meanwhile is saved right after. */
  async function save(isLast = false): Promise<void> {
    clearTimeout(timer)
    // Whoever waited may find that another who waited saves already.
    while (running) await running
    if (!isDirty || isOver || state.conflict || state.phase !== "ready") return
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
      const draft = await saveDraft(place, { content: saved, version, isLast })
      version = draft.version
      draftId = draft.id
      isAnswerMissing = false
      isDirty = state.content !== saved
      if (isOver) return
      set({ savedAt: draft.savedAt, saving: isDirty ? "waiting" : "saved", error: undefined })
      if (draft.leftOut.length > 0 && !isDirty) takeRecipients(draft)
      await (isDirty
        ? keepUnsaved(place, { content: state.content, version, surface: surfaceName })
        : forgetUnsaved(place))
    } catch (error) {
      await meetRefusal(error as Error)
    }
  }

  /** The backend took recipients out of what was saved. */
  function takeRecipients({ content, leftOut }: Draft) {
    const { to, cc, bcc, noteRecipients, reminder } = content
    set({ content: { ...state.content, to, cc, bcc, noteRecipients, reminder } })
    leaveOut(leftOut)
  }

  async function meetRefusal(error: Error) {
    const code = error instanceof Refusal ? error.code : undefined
    if (code === "stale-draft" || code === "draft-consumed") {
      const newer = await getDraft(place).catch(() => undefined)
      if (newer === undefined) return set({ saving: "kept-here" })
      if (newer?.surface === surfaceName && isAnswerMissing) return goOnFrom(newer)
      return set({ saving: "kept-here", conflict: newer ? { kind: "other-tab", newer } : { kind: "gone" } })
    }
    if (!isForNow(error)) return set({ saving: "refused", error })
    isAnswerMissing = true
    set({ saving: "kept-here" })
    later(retryPause)
  }
  /** The newer draft is what this page saved itself when the connection dropped: what stands here grew from it. */
  function goOnFrom(mine: Draft) {
    version = mine.version
    draftId = mine.id
    isAnswerMissing = false
    set({ saving: "waiting" })
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
    leaveOut,
    saidLeftOut: () => set({ leftOut: [] }),
    /** Takes in a newer draft when nothing was typed here since. */
    refresh: async () => {
      if (isDirty || isOver || running || state.phase !== "ready") return
      const draft = await getDraft(place).catch(() => undefined)
      if (draft && draft.version > version && !isDirty && !isOver) take(draft)
    },
    /** "Write here": takes the newer draft and keeps what was typed here to copy; or goes on alone where there is none any more. */
    writeHere: () => {
      const { conflict, content } = state
      if (!conflict) return
      if (conflict.kind === "gone") {
        version = 0
        isDirty = true
        set({ conflict: undefined, saving: "waiting" })
        return void save()
      }
      const mine = content.bodyHtml === conflict.newer.content.bodyHtml ? undefined : content.bodyHtml
      take(conflict.newer)
      set({ mine })
      void forgetUnsaved(place)
    },
    /** Everything saved, and the draft's id for sending it; undefined when that cannot be done now. */
    settle: async (): Promise<string | undefined> => {
      if (!draftId) isDirty = true
      await save()
      return isDirty || state.conflict ? undefined : draftId
    },
    /** Throws the draft away and starts as new; gives back what it held. */
    discard: async (): Promise<DraftContent> => {
      const thrown = state.content
      clearTimeout(timer)
      isDirty = false
      if (running) await running
      if (version > 0) await discardDraft(place)
      await forgetUnsaved(place)
      version = 0
      draftId = undefined
      isDirty = false
      set({ content: initial, attachments: [], saving: "untouched", savedAt: undefined, conflict: undefined })
      return thrown
    },
    /** Puts a whole draft in place of what stands there, with its files: one that was thrown away, a standard message, what was before it. */
    restore: (content: DraftContent, attachments: readonly Attachment[]) => {
      set({ attachments })
      change(content)
    },
    /** The message was sent: the draft is gone, and nothing is saved any more. */
    consumed: () => {
      isOver = true
      clearTimeout(timer)
      void forgetUnsaved(place)
    },
  }
}
