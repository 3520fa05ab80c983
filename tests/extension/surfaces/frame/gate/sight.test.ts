import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makeSight } from "../../../../../extension/src/surfaces/frame/gate/sight.ts"

type Tell = (entries: { isVisible: boolean; intersectionRatio: number }[]) => void
/** What Chrome would tell whoever observes, and what it last told. */
let tells: Set<Tell>
let isVisible: boolean
let zoom: number
let onVisibility: Set<() => void>

function see(now: boolean, ratio = 1) {
  isVisible = now
  for (const tell of [...tells]) tell([{ isVisible: now, intersectionRatio: ratio }])
}

beforeEach(() => {
  vi.useFakeTimers()
  tells = new Set()
  isVisible = false
  zoom = 1
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      tell: Tell
      constructor(tell: Tell) {
        this.tell = tell
      }
      observe() {
        tells.add(this.tell)
        queueMicrotask(() => this.tell([{ isVisible, intersectionRatio: 1 }]))
      }
      disconnect() {
        tells.delete(this.tell)
      }
    },
  )
  onVisibility = new Set()
  const hear = (_: string, listener: () => void) => onVisibility.add(listener)
  vi.stubGlobal("document", { visibilityState: "visible", addEventListener: hear, removeEventListener: () => {} })
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => setTimeout(then, 16))
  vi.stubGlobal("addEventListener", () => {})
  vi.stubGlobal("removeEventListener", () => {})
  Object.defineProperty(globalThis, "devicePixelRatio", { get: () => zoom, configurable: true })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const open = () => makeSight({} as Element)
const atOnce = () => Promise.resolve(true)
const after = (ms: number) => () => new Promise<boolean>(resolve => setTimeout(() => resolve(true), ms))

describe("does", () => {
  it("calls a frame seen once it was visible for 300 ms without a break", () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(299)
    expect(sight.read()).toBe("waiting")
    vi.advanceTimersByTime(1)
    expect(sight.read()).toBe("seen")
  })
  it("lets a deed out that was pressed while it was seen, and went on being so", async () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    const checked = sight.check(atOnce)
    await vi.advanceTimersByTimeAsync(300)
    expect(await checked).toBe("seen")
  })
  it("forgets breaks after ten quiet seconds", () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    see(false)
    see(true)
    vi.advanceTimersByTime(600)
    expect(sight.read()).toBe("seen")
    vi.advanceTimersByTime(10_000)
    see(false)
    see(true)
    vi.advanceTimersByTime(600)
    expect(sight.read()).toBe("seen")
  })
})

describe("refuses", () => {
  it("a frame that is hardly there: a part of it, or one smaller than Chrome's smallest zoom", () => {
    const part = open()
    see(true, 0.5)
    vi.advanceTimersByTime(5_000)
    expect(part.read()).toBe("unseen")
    zoom = 0.1
    const small = open()
    see(true)
    vi.advanceTimersByTime(5_000)
    expect(small.read()).toBe("unseen")
  })
  it("to let a deed out when the page, which drew itself late, had covered it by then", async () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    const checked = sight.check(after(3_000))
    await vi.advanceTimersByTimeAsync(3_100)
    see(false)
    await vi.advanceTimersByTimeAsync(300)
    expect(await checked).toBe("covered")
  })
  it.each([
    ["says that it is masked, or that it is held up", () => Promise.resolve(false), "busy"],
    ["cannot be asked", () => Promise.reject(new Error("gone")), "covered"],
    ["does not draw itself within eight seconds", () => new Promise<boolean>(() => {}), "busy"],
  ])("to let a deed out where the page %s", async (_name, pageHasDrawn, verdict) => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    const checked = sight.check(pageHasDrawn)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await checked).toBe(verdict)
  })
  it("to let a deed out when the person went to another tab before it was certain", async () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    const checked = sight.check(() => new Promise<boolean>(() => {}))
    await vi.advanceTimersByTimeAsync(100)
    Object.assign(document, { visibilityState: "hidden" })
    for (const tell of onVisibility) tell()
    expect(await checked).toBe("away")
  })
  it("to let a deed out when it is covered while it is looked at", async () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    const checked = sight.check(atOnce)
    await vi.advanceTimersByTimeAsync(100)
    see(false)
    await vi.advanceTimersByTimeAsync(300)
    expect(await checked).toBe("covered")
  })
})

describe("protects", () => {
  it("from a cover that is away whenever one of its observers looks: the others look in between", () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    expect(tells.size).toBe(3)
    const [first, second] = [...tells]
    second?.([{ isVisible: false, intersectionRatio: 1 }])
    first?.([{ isVisible: true, intersectionRatio: 1 }])
    vi.advanceTimersByTime(1_000)
    expect(sight.read()).toBe("unseen")
  })
  it("from a cover that flickers as fast as Chrome looks: each break makes it wait twice as long", () => {
    const sight = open()
    see(true)
    vi.advanceTimersByTime(300)
    expect(sight.read()).toBe("seen")
    for (const wait of [600, 1_200, 2_400, 4_800, 4_800]) {
      see(false)
      expect(sight.read()).toBe("unseen")
      see(true)
      vi.advanceTimersByTime(wait - 1)
      expect(sight.read()).toBe("unseen")
      vi.advanceTimersByTime(1)
      expect(sight.read()).toBe("seen")
    }
  })
})
