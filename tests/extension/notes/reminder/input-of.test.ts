import type { NoteRecipient } from "@casepost/shared/notes"
import type { RecipientOption } from "@casepost/shared/relations"
import { describe, expect, it } from "vitest"
import { inputOf } from "../../../../extension/src/notes/reminder/input-of.ts"

const kuiper: RecipientOption = {
  kind: "relation",
  id: "kuiper",
  name: "Kuiper Accountants",
  address: "debiteuren@kuiperacc.example",
  suppressed: false,
}
function shown(part: Partial<NoteRecipient>): NoteRecipient {
  const { kind, name, address } = { ...kuiper, ...part }
  return { id: "1", kind, name, address, state: "scheduled", at: "2026-11-23T09:00:00.000Z", reason: null, ...part }
}

describe("does", () => {
  it("finds who a reminder was set for by kind and address", () => {
    expect(inputOf(shown({}), [kuiper])).toEqual({ kind: "relation", relationId: "kuiper" })
    expect(inputOf(shown({ kind: "typed", name: null, address: "A@X.example" }), [kuiper])).toEqual({
      kind: "typed",
      address: "a@x.example",
    })
  })
})

describe("refuses", () => {
  it("to take a relation for a colleague who has its address", () => {
    expect(inputOf(shown({ kind: "colleague" }), [kuiper])).toBeUndefined()
  })
})

describe("protects", () => {
  it("leaves out a relation that is no longer available, instead of mailing its address", () => {
    expect(inputOf(shown({}), [])).toBeUndefined()
  })
})
