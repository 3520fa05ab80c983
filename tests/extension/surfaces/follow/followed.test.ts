import type { CaseRef } from "@casepost/shared/cases"
import { describe, expect, it } from "vitest"
import {
  choose,
  type Followed,
  following,
  keeping,
  letGo,
  meet,
  otherCase,
  release,
  type Sight,
} from "../../../../extension/src/surfaces/follow/followed.ts"

const one: CaseRef = { kind: "invoice", id: "01a2004c-2a45-71a9-9a0f-82de6cac2924" }
const other: CaseRef = { kind: "invoice", id: "01a2004c-2a45-71a9-9a0f-82de6cac2925" }
const third: CaseRef = { kind: "matter", id: "01a2004c-2a45-71a9-9a0f-82de6cac2926" }

const showing = (shown: CaseRef, page = `1 /${shown.id}`): Sight => ({ page, shown, cases: shown.id })
const nothing = (page: string): Sight => ({ page, shown: undefined, cases: undefined })
const several = (page: string): Sight => ({ page, shown: undefined, cases: page })
const opened = ({ open }: Followed) => open?.caseRef

const onOne = meet(following, showing(one), false)

describe("does", () => {
  it("shows the case of the tab, and goes on with it", () => {
    expect(opened(onOne)).toEqual(one)
    expect(opened(meet(onOne, showing(other), false))).toEqual(other)
    expect(meet(onOne, nothing("2 /"), false).open).toBeUndefined()
  })
  it("shows what somebody chose until the tab shows other cases", () => {
    const chosen = choose(onOne, { caseRef: third, isWriting: false }, showing(one))
    expect(chosen.by).toBe("here")
    expect(opened(meet(chosen, showing(one), false))).toEqual(third)
    expect(opened(meet(chosen, nothing("2 /"), false))).toEqual(third)
    expect(opened(meet(chosen, showing(other), false))).toEqual(other)
    expect(meet(chosen, several("3 /list"), false).open).toBeUndefined()
  })
  it("keeps what was chosen before it was known what the page shows", () => {
    const page = "1 /x"
    const chosen = choose(following, { caseRef: third, isWriting: false }, nothing(page))
    const known = meet(chosen, showing(one, page), false)
    expect(opened(known)).toEqual(third)
    expect(opened(meet(known, showing(other), false))).toEqual(other)
  })
  it("goes on following where the case of the tab itself was chosen", () => {
    const searching = choose(onOne, undefined, showing(one))
    expect(searching).toMatchObject({ open: undefined, by: "here" })
    expect(choose(searching, { caseRef: one, isWriting: false }, showing(one)).by).toBe("tab")
  })
  it("keeps the case in sight when its message was sent while the tab shows another", () => {
    const writing = meet(onOne, showing(other), true)
    expect(opened(writing)).toEqual(one)
    const sent = letGo(writing, showing(other))
    expect(opened(meet(sent, showing(other), false))).toEqual(one)
    expect(otherCase(sent, showing(other))).toEqual(other)
    expect(opened(meet(sent, showing(third), false))).toEqual(third)
  })
  it("goes back to the tab when a kept case is let go, where the tab shows one", () => {
    const kept = keeping({ caseRef: third, isWriting: false })
    expect(opened(release(kept, showing(one)))).toEqual(one)
    const released = release(kept, nothing("1 /"))
    expect(opened(released)).toEqual(third)
    expect(opened(meet(released, showing(one, "1 /"), false))).toEqual(one)
  })
})

describe("refuses", () => {
  it("to leave a kept case, whatever the tab shows", () => {
    const kept = keeping({ caseRef: third, isWriting: false })
    expect(meet(kept, showing(one), false)).toBe(kept)
    expect(otherCase(kept, showing(one))).toBeUndefined()
  })
})

describe("protects", () => {
  it("what is being written from changing its case, and says which one the tab shows", () => {
    const writing: Followed = { ...onOne, open: { caseRef: one, isWriting: true } }
    expect(meet(writing, showing(other), true)).toBe(writing)
    expect(otherCase(writing, showing(other))).toEqual(other)
  })
  it("an empty message from staying open over to another case", () => {
    const empty: Followed = { ...onOne, open: { caseRef: one, isWriting: true } }
    expect(meet(empty, showing(other), false).open).toEqual({ caseRef: other, isWriting: false })
  })
})
