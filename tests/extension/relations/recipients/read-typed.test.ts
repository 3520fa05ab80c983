import { describe, expect, it } from "vitest"
import { peopleOf } from "../../../../extension/src/relations/recipients/people.ts"
import { readTyped } from "../../../../extension/src/relations/recipients/read-typed.ts"

const people = peopleOf([
  { kind: "colleague", id: "u1", name: "Joost Bakker", address: "j.bakker@vdm.example", suppressed: false },
])

describe("does", () => {
  it("reads many pasted addresses with their names", () => {
    const read = readTyped('"Jansen, P." <p@jansen.example>; q@jansen.example', people)
    expect(read.found).toEqual([
      { recipient: { kind: "typed", address: "p@jansen.example", name: "Jansen, P." }, name: "Jansen, P." },
      { recipient: { kind: "typed", address: "q@jansen.example" } },
    ])
    expect(read.unfinished).toEqual([])
  })

  it("knows a colleague by the address in CC", () => {
    const read = readTyped("J.Bakker@vdm.example", people)
    expect(read.found[0]?.recipient).toEqual({ kind: "colleague", userId: "u1" })
  })
})

describe("refuses", () => {
  it("keeps what is no complete address in sight, and loses nothing of it", () => {
    expect(readTyped("ap@jansen, x@y.example", undefined).unfinished).toEqual(["ap@jansen"])
  })

  it("never turns an address in To into a colleague without asking", () => {
    const read = readTyped("j.bakker@vdm.example", undefined)
    expect(read.found[0]?.recipient).toEqual({ kind: "typed", address: "j.bakker@vdm.example" })
  })

  it("takes nobody who was typed where only relations and colleagues are, and keeps the address in sight", () => {
    const read = readTyped("x@y.example, j.bakker@vdm.example", people, true)
    expect(read.found.map(one => one.name)).toEqual(["Joost Bakker"])
    expect(read.unfinished).toEqual(["x@y.example"])
  })
})

describe("protects", () => {
  it("makes a pasted name one line that the backend takes", () => {
    const read = readTyped(`"Jansen\n${"x".repeat(300)}" <p@jansen.example>`, people)
    expect(read.found[0]?.name).toHaveLength(200)
    expect(read.found[0]?.name).not.toContain("\n")
  })
})
