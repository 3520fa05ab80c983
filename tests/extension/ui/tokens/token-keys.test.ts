import { describe, expect, test } from "vitest"
import { type FieldMoment, keyDeed } from "../../../../extension/src/ui/tokens/token-keys"

type KeyEvent = Parameters<typeof keyDeed>[0]

const still: FieldMoment = {
  typed: "",
  atStart: true,
  isOpen: true,
  isInList: false,
  active: -1,
  isChosen: false,
  selected: -1,
  tokens: 2,
  options: 3,
}

function press(key: string, now: Partial<FieldMoment> = {}, held: Partial<KeyEvent> = {}) {
  const event = { key, nativeEvent: { isComposing: false }, ctrlKey: false, metaKey: false, altKey: false, ...held }
  return keyDeed(event as KeyEvent, { ...still, ...now })
}

describe("does", () => {
  test("selects the last token on the first Backspace, and removes it on the second", () => {
    expect(press("Backspace")).toMatchObject({ kind: "select", to: 1 })
    expect(press("Backspace", { selected: 1 })).toMatchObject({ kind: "remove" })
  })
  test("walks between tokens with the arrow keys, and back into the text", () => {
    expect(press("ArrowLeft")).toMatchObject({ kind: "select", to: 1 })
    expect(press("ArrowLeft", { selected: 1 })).toMatchObject({ kind: "select", to: 0 })
    expect(press("ArrowRight", { selected: 0 })).toMatchObject({ kind: "select", to: 1 })
    expect(press("ArrowRight", { selected: 1 })).toMatchObject({ kind: "select", to: -1 })
  })
  test("walks through the list in a circle", () => {
    expect(press("ArrowDown")).toMatchObject({ kind: "move", to: 0 })
    expect(press("ArrowDown", { active: 2 })).toMatchObject({ kind: "move", to: 0 })
    expect(press("ArrowUp", { active: 0 })).toMatchObject({ kind: "move", to: 2 })
  })
  test("takes the marked option on Enter, else what was typed", () => {
    expect(press("Enter", { active: 1 })).toMatchObject({ kind: "pick" })
    expect(press("Enter", { typed: "a@b.example" })).toMatchObject({ kind: "finish" })
  })
  test("goes to the ends of the list with Home and End, once one is in it or nothing is typed", () => {
    expect(press("End")).toMatchObject({ kind: "move", to: 2 })
    expect(press("Home", { typed: "k", isInList: true, active: 2 })).toMatchObject({ kind: "move", to: 0 })
  })
  test("takes what is marked on Tab, and lets the focus go on", () => {
    expect(press("Tab", { typed: "kui", active: 0 })).toMatchObject({ kind: "pick", swallow: false })
    expect(press("Tab", { isInList: true, active: 1 })).toMatchObject({ kind: "pick", swallow: false })
  })
  test("takes a selected token back into the text on Enter", () => {
    expect(press("Enter", { selected: 0 })).toMatchObject({ kind: "edit", swallow: true })
  })
  test("ends an address at a comma or semicolon", () => {
    expect(press(",", { typed: "a@b.example", atStart: false })).toMatchObject({ kind: "finish", swallow: true })
    expect(press(";", { typed: "a@b.example", atStart: false })).toMatchObject({ kind: "finish", swallow: true })
  })
})

describe("refuses", () => {
  test("to take a comma out of a name", () => {
    expect(press(",", { typed: "Kok", atStart: false })).toBeUndefined()
  })
  test("to swallow Enter when there is nothing to take, so that a form can be sent", () => {
    expect(press("Enter")).toBeUndefined()
  })
  test("to take anybody away on Tab", () => {
    expect(press("Tab", { typed: "kui", active: 0, isChosen: true })).toBeUndefined()
    expect(press("Tab", { typed: "kui", active: 0 }, { shiftKey: true })).toBeUndefined()
  })
  test("to move the list when Home is meant for the text", () => {
    expect(press("Home", { typed: "kui", active: 0, atStart: false })).toBeUndefined()
  })
  test("keys held with Ctrl: they belong to the page", () => {
    expect(press("Enter", { typed: "a@b.example" }, { ctrlKey: true })).toBeUndefined()
    expect(press("Backspace", {}, { metaKey: true })).toBeUndefined()
  })
})

describe("protects", () => {
  test("a half-typed Japanese or Chinese word", () => {
    const composing = { nativeEvent: { isComposing: true } } as Partial<KeyEvent>
    expect(press("Enter", { active: 1 }, composing)).toBeUndefined()
  })
  test("the window around the list: Esc closes the list first, and only then what is around it", () => {
    expect(press("Escape", { isOpen: true })).toMatchObject({ kind: "close", swallow: true })
    expect(press("Escape", { isOpen: false })).toBeUndefined()
  })
})
