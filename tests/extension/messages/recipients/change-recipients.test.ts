import { describe, expect, it } from "vitest"
import {
  addTypedTo,
  changeRow,
  elsewhereInWords,
  moveToCc,
  newContent,
  pickedOf,
  removeRecipient,
} from "../../../../extension/src/messages/recipients/change-recipients.ts"
import { peopleOf } from "../../../../extension/src/relations/recipients/people.ts"

const bailiff = {
  kind: "relation" as const,
  id: "r1",
  name: "Smit & Hoekstra",
  address: "dossiers@smit.example",
  suppressed: false,
}
const people = peopleOf([bailiff])
const customer = { generalAddress: "info@jansen.example", standingCc: [], standingBcc: [] }

describe("does", () => {
  it("writes to the general address, with the standing copies in sight", () => {
    const content = newContent({
      ...customer,
      standingCc: ["boek@jansen.example"],
      standingBcc: ["archief@vdm.example"],
    })
    expect(content.to).toEqual([{ kind: "customer", address: "info@jansen.example" }])
    expect(content.cc).toEqual([{ kind: "typed", address: "boek@jansen.example" }])
    expect(content.bcc).toEqual([{ kind: "typed", address: "archief@vdm.example" }])
  })

  it("leaves To empty for a customer without an address", () => {
    expect(newContent({ ...customer, generalAddress: null }).to).toEqual([])
  })

  it("keeps the name of who was added, to show it again without asking", () => {
    const picked = {
      recipients: [{ kind: "relation" as const, relationId: "r1" }],
      names: { r1: "Smit & Hoekstra" },
      unfinished: [],
    }
    const changed = changeRow(newContent(customer), { role: "cc", picked }, people)
    expect(changed.cc).toEqual([{ kind: "relation", relationId: "r1" }])
    expect(changed.names).toEqual({ r1: "Smit & Hoekstra" })
  })

  it("takes somebody away", () => {
    expect(removeRecipient(newContent(customer), "to", "info@jansen.example").to).toEqual([])
  })

  it("moves a relation's address from To to CC as that relation", () => {
    const content = { ...newContent(customer), to: [{ kind: "typed" as const, address: "dossiers@smit.example" }] }
    const moved = moveToCc(content, "dossiers@smit.example", people)
    expect(moved.to).toEqual([])
    expect(moved.cc).toEqual([{ kind: "relation", relationId: "r1" }])
  })
})

describe("refuses", () => {
  it("lets nobody stand in CC who stands in To", () => {
    const content = newContent({ ...customer, standingCc: ["Info@Jansen.example"] })
    expect(content.cc).toEqual([])
  })

  it("takes an address out of BCC once it is in To", () => {
    const content = newContent({ ...customer, standingBcc: ["p@jansen.example"] })
    const { change } = addTypedTo(content, "P@jansen.example", people)
    expect(change.bcc).toEqual([])
  })

  it("says where somebody stands already who was put in CC", () => {
    const content = newContent(customer)
    const typed = { kind: "typed" as const, address: "info@jansen.example" }
    const change = { role: "cc" as const, picked: { ...pickedOf(content, "cc"), recipients: [typed] } }
    expect(elsewhereInWords(content, change, people)).toBe("info@jansen.example already stands in To.")
    const other = { ...typed, address: "p@jansen.example" }
    const fine = { role: "cc" as const, picked: { ...pickedOf(content, "cc"), recipients: [other] } }
    expect(elsewhereInWords(content, fine, people)).toBeUndefined()
  })

  it("knows a relation by its address too", () => {
    const content = { ...newContent(customer), cc: [{ kind: "relation" as const, relationId: "r1" }] }
    const typed = { kind: "typed" as const, address: "dossiers@smit.example" }
    const picked = { ...pickedOf(content, "bcc"), recipients: [typed] }
    const changed = changeRow(content, { role: "bcc", picked }, people)
    expect(changed.bcc).toEqual([])
  })
})

describe("protects", () => {
  it("keeps what is no address yet with its own row", () => {
    const { change } = addTypedTo(newContent(customer), "ap@jansen", people)
    expect(change.unfinished).toEqual({ to: ["ap@jansen"] })
    const content = { ...newContent(customer), ...change }
    expect(removeRecipient(content, "to", "unfinished:ap@jansen").unfinished).toEqual({ to: [] })
  })

  it("never takes a relation for the receiver because its address was typed", () => {
    const { change } = addTypedTo(newContent(customer), "dossiers@smit.example", people)
    expect(change.to).toContainEqual({ kind: "typed", address: "dossiers@smit.example" })
  })
})
