import { describe, expect, it } from "vitest"
import { mentionsIn } from "../../../extension/src/notes/mentions.ts"

const joost = { id: "joost", name: "Joost Bakker" }
const jan = { id: "jan", name: "Jan" }
const janJansen = { id: "jan-jansen", name: "Jan Jansen" }
const otherJoost = { id: "other-joost", name: "Joost Bakker" }

describe("does", () => {
  it("finds the colleagues whose names stand in the text, and drops who was taken out of it", () => {
    expect(mentionsIn("Ask @Joost Bakker and @Jan.", [joost, jan], [])).toEqual(["jan", "joost"])
    expect(mentionsIn("Ask @Jan.", [joost, jan], ["joost", "jan"])).toEqual(["jan"])
  })
  it("means whoever was picked, of two with one name", () => {
    expect(mentionsIn("Ask @Joost Bakker.", [joost, otherJoost], ["other-joost"])).toEqual(["other-joost"])
    expect(mentionsIn("Ask @Joost Bakker.", [joost, otherJoost], [])).toEqual(["joost"])
  })
})

describe("refuses", () => {
  it("a name without @, and an @ without a whole name", () => {
    expect(mentionsIn("Joost Bakker called, mail j@Joost.example, ask @Joost", [joost], ["joost"])).toEqual([])
  })
})

describe("protects", () => {
  it("a colleague whose name begins another's from being told", () => {
    expect(mentionsIn("Ask @Jan Jansen.", [jan, janJansen], [])).toEqual(["jan-jansen"])
  })
})
