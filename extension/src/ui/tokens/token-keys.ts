import type { KeyboardEvent } from "react"

/** What a key means in a token field, given where the caret and the marks are. `swallow`: it goes no further. */
export type KeyDeed =
  | { kind: "close" | "open" | "pick" | "finish" | "remove" | "edit"; swallow: boolean }
  | { kind: "move" | "select"; to: number; swallow: boolean }

export type FieldMoment = {
  typed: string
  /** The caret stands before the first character and nothing is selected. */
  atStart: boolean
  isOpen: boolean
  /** The mark was moved in the list, so that Home and End mean the list and not the text. */
  isInList: boolean
  /** The marked option, and the selected token; -1 for none. */
  active: number
  /** The marked option was chosen before: Enter takes it out, Tab leaves it. */
  isChosen: boolean
  selected: number
  tokens: number
  options: number
}

const page = 5

export function keyDeed(event: KeyboardEvent, now: FieldMoment): KeyDeed | undefined {
  if (event.nativeEvent.isComposing) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (now.selected >= 0) return keyOnToken(event.key, now)
  if (event.key === "Escape") return now.isOpen ? { kind: "close", swallow: true } : undefined
  if (event.key === "Enter") return enter(now)
  if (event.key === "Tab") return event.shiftKey ? undefined : tab(now)
  if ((event.key === "," || event.key === ";") && now.typed.includes("@")) return { kind: "finish", swallow: true }
  if (event.key === "Backspace" && now.typed === "" && now.tokens > 0) return select(now.tokens - 1)
  if (event.key === "ArrowLeft" && now.atStart && now.tokens > 0) return select(now.tokens - 1)
  return event.shiftKey ? undefined : keyInList(event.key, now)
}

function keyInList(key: string, now: FieldMoment): KeyDeed | undefined {
  const last = now.options - 1
  if (!now.isOpen) return key === "ArrowDown" || key === "ArrowUp" ? { kind: "open", swallow: true } : undefined
  if (last < 0) return undefined
  if (key === "ArrowDown") return move(now.active >= last ? 0 : now.active + 1)
  if (key === "ArrowUp") return move(now.active <= 0 ? last : now.active - 1)
  if (key === "PageDown") return move(Math.min(last, now.active + page))
  if (key === "PageUp") return move(Math.max(0, now.active - page))
  if (key === "Home" && (now.isInList || now.typed === "")) return move(0)
  if (key === "End" && (now.isInList || now.typed === "")) return move(last)
  return undefined
}

function keyOnToken(key: string, now: FieldMoment): KeyDeed | undefined {
  if (key === "Backspace" || key === "Delete") return { kind: "remove", swallow: true }
  if (key === "Enter") return { kind: "edit", swallow: true }
  if (key === "ArrowLeft") return select(Math.max(0, now.selected - 1))
  if (key === "ArrowRight") return select(now.selected + 1 < now.tokens ? now.selected + 1 : -1)
  if (key === "Home") return select(0)
  if (key === "Escape" || key === "End") return select(-1)
  return undefined
}

function enter(now: FieldMoment): KeyDeed | undefined {
  if (now.isOpen && now.active >= 0) return { kind: "pick", swallow: true }
  if (now.typed.trim() !== "") return { kind: "finish", swallow: true }
  return undefined
}

/** Tab takes what is marked on its way out, and never takes anybody away. */
function tab(now: FieldMoment): KeyDeed | undefined {
  const isMarked = now.isOpen && now.active >= 0 && (now.isInList || now.typed.trim() !== "")
  return isMarked && !now.isChosen ? { kind: "pick", swallow: false } : undefined
}

function select(to: number): KeyDeed {
  return { kind: "select", to, swallow: true }
}

function move(to: number): KeyDeed {
  return { kind: "move", to, swallow: true }
}
