import type { RecipientInput } from "@casepost/shared/messages"
import { describe, expect, it } from "vitest"
import { peopleOf } from "../../../../extension/src/relations/recipients/people.ts"
import {
  addPicked,
  addTyped,
  goneAmong,
  mostInField,
  type Picked,
  removePicked,
} from "../../../../extension/src/relations/recipients/picked.ts"

const people = peopleOf([
  { kind: "relation", id: "r1", name: "Kuiper Accountants", address: "debiteuren@kuiper.example", suppressed: false },
])
const empty: Picked<RecipientInput> = { recipients: [], names: {}, unfinished: [] }
const kuiper = { recipient: { kind: "relation" as const, relationId: "r1" }, name: "Kuiper Accountants" }
const type = (text: string, to = empty) => addTyped(to, { text, isTypedRefused: false }, people)

describe("does", () => {
  it("adds a relation with its name", () => {
    const { picked } = addPicked(empty, [kuiper], people)
    expect(picked).toEqual({ recipients: [kuiper.recipient], names: { r1: "Kuiper Accountants" }, unfinished: [] })
  })
  it("takes the typed address of a relation for that relation", () => {
    expect(type("Debiteuren@Kuiper.example").picked.recipients).toEqual([kuiper.recipient])
  })
  it("reads what is pasted in any common form", () => {
    const { picked } = type('"Jansen, P." <p@x.example>; q@y.example\nz@w.example')
    expect(picked.recipients).toHaveLength(3)
    expect(picked.names).toEqual({ "p@x.example": "Jansen, P." })
  })
  it("names who is no longer available", () => {
    const { picked } = addPicked(empty, [kuiper], people)
    expect(goneAmong(picked, people)).toEqual([])
    expect(goneAmong(picked, peopleOf([]))).toEqual([{ token: "relation:r1", name: "Kuiper Accountants" }])
  })
})

describe("refuses", () => {
  it("lets nobody stand twice, be it under a name or an address", () => {
    const { picked } = addPicked(type("debiteuren@kuiper.example", empty).picked, [kuiper], people)
    expect(picked.recipients).toHaveLength(1)
  })
  it("gives back the addresses there is no room for", () => {
    const addresses = Array.from({ length: mostInField + 2 }, (_, index) => `a${index}@x.example`)
    const { picked, left } = type(addresses.join(", "))
    expect(picked.recipients).toHaveLength(mostInField)
    expect(left).toEqual(addresses.slice(mostInField))
  })
})

describe("protects", () => {
  it("keeps what is no address, and takes it away only when asked", () => {
    const { picked } = type("kuiper@, q@y.example")
    expect(picked.unfinished).toEqual(["kuiper@"])
    expect(removePicked(picked, "unfinished:kuiper@").unfinished).toEqual([])
    expect(removePicked(picked, "q@y.example").unfinished).toEqual(["kuiper@"])
  })
})
