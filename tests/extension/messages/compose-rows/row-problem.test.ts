import { describe, expect, it } from "vitest"
import { Refusal } from "../../../../extension/src/api/refusal.ts"
import { isShownInRows, rowProblem, shownPaths } from "../../../../extension/src/messages/compose-rows/row-problem.ts"

const refused = new Refusal("invalid", "Some fields are not right", {
  fields: [
    { path: "to.0.address", detail: "This is not a complete e-mail address." },
    { path: "sendAt", detail: "This moment has passed." },
  ],
})

describe("does", () => {
  it("shows what is wrong with an address beside its row", () => {
    expect(rowProblem(refused, "to")).toBe("This is not a complete e-mail address.")
    expect(rowProblem(refused, "cc")).toBeUndefined()
  })
  it("says beside the row only what belongs there", () => {
    expect(shownPaths(refused)).toEqual(["to.0.address"])
  })
  it("shows a relation in To beside To, though no field was named", () => {
    const asked = new Refusal("relation-as-to", "Smit & Hoekstra is a relation.")
    expect(rowProblem(asked, "to")).toBe("Smit & Hoekstra is a relation.")
  })
})

describe("refuses", () => {
  it("leaves what concerns no row to the notice above", () => {
    expect(isShownInRows(new Refusal("sending-off", "This server cannot send e-mail."))).toBe(false)
    expect(isShownInRows(new Error("broken"))).toBe(false)
  })
})
