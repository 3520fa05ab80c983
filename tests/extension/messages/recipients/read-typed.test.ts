import { describe, expect, it } from "vitest"
import { peopleOf } from "../../../../extension/src/messages/recipients/people.ts"
import { readTyped } from "../../../../extension/src/messages/recipients/read-typed.ts"

const people = peopleOf([
  { kind: "colleague", id: "u1", name: "Joost Bakker", address: "j.bakker@vdm.example", suppressed: false },
])

describe("does", () => {
  it("reads many pasted addresses with their names", () => {
    const read = readTyped('"Jansen, P." <p@jansen.example>; q@jansen.example', "cc", people)
    expect(read.found).toEqual([
      { recipient: { kind: "typed", address: "p@jansen.example", name: "Jansen, P." }, name: "Jansen, P." },
      { recipient: { kind: "typed", address: "q@jansen.example" }, name: undefined },
    ])
    expect(read.unfinished).toEqual([])
  })

  it("knows a colleague by the address in CC", () => {
    const read = readTyped("J.Bakker@vdm.example", "cc", people)
    expect(read.found[0]?.recipient).toEqual({ kind: "colleague", userId: "u1" })
  })
})

describe("refuses", () => {
  it("keeps what is no complete address in sight, and loses nothing of it", () => {
    expect(readTyped("ap@jansen, x@y.example", "to", people).unfinished).toEqual(["ap@jansen"])
  })

  it("never turns an address in To into a colleague without asking", () => {
    const read = readTyped("j.bakker@vdm.example", "to", people)
    expect(read.found[0]?.recipient).toEqual({ kind: "typed", address: "j.bakker@vdm.example" })
  })
})
