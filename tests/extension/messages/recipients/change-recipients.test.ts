import { describe, expect, it } from "vitest"
import {
  addRecipients,
  moveToCc,
  newContent,
  removeRecipient,
} from "../../../../extension/src/messages/recipients/change-recipients.ts"
import { peopleOf } from "../../../../extension/src/messages/recipients/people.ts"

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
    const changed = addRecipients(
      newContent(customer),
      { role: "cc", added: [{ recipient: { kind: "relation", relationId: "r1" }, name: "Smit & Hoekstra" }] },
      people,
    )
    expect(changed.cc).toEqual([{ kind: "relation", relationId: "r1" }])
    expect(changed.names).toEqual({ r1: "Smit & Hoekstra" })
  })

  it("takes somebody away", () => {
    expect(removeRecipient(newContent(customer), "to", "info@jansen.example")).toEqual({ to: [] })
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
    const changed = addRecipients(
      content,
      { role: "to", added: [{ recipient: { kind: "typed", address: "p@jansen.example" } }] },
      people,
    )
    expect(changed.bcc).toEqual([])
  })

  it("knows a relation by its address too", () => {
    const content = { ...newContent(customer), cc: [{ kind: "relation" as const, relationId: "r1" }] }
    const changed = addRecipients(
      content,
      { role: "bcc", added: [{ recipient: { kind: "typed", address: "dossiers@smit.example" } }] },
      people,
    )
    expect(changed.bcc).toEqual([])
  })
})
