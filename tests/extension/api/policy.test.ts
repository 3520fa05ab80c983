import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { presetNames } from "@casepost/shared/tools"
import { describe, expect, test } from "vitest"
import { policyOf } from "../../../extension/src/api/policy"

type Described = {
  type: string
  description?: string
  properties?: Record<string, Described>
  items?: Described
  enum?: string[]
}

const assets = join(import.meta.dirname, "../../../extension/assets")
const readDescription = async () => JSON.parse(await readFile(join(assets, "policy.json"), "utf8")) as Described

describe("does", () => {
  test("reads what an administrator wrote, addresses as tools keep them", () => {
    expect(
      policyOf({
        serverAddress: "https://casepost.example.com/",
        launcher: false,
        tools: [
          {
            name: " Grootboek Online ",
            address: "app.grootboek.example/",
            preset: "odoo",
            numberPatterns: ["VF-####-#####"],
            marksFields: true,
          },
        ],
      }),
    ).toEqual({
      serverAddress: "https://casepost.example.com/",
      launcher: false,
      tools: [
        {
          name: "Grootboek Online",
          address: "https://app.grootboek.example",
          preset: "odoo",
          numberPatterns: ["VF-####-#####"],
          marksFields: true,
        },
      ],
    })
  })

  test("decides nothing where nothing is written", () => {
    expect(policyOf({})).toEqual({ serverAddress: undefined, launcher: true, tools: [] })
    expect(policyOf(undefined)).toEqual({ serverAddress: undefined, launcher: true, tools: [] })
  })

  test("names a tool by its host where it has no name", () => {
    expect(policyOf({ tools: [{ address: "https://app.grootboek.example/nl" }] }).tools[0]?.name).toBe(
      "app.grootboek.example",
    )
  })

  test("describes every field, and names every preset there is", async () => {
    const description = await readDescription()
    const tool = description.properties?.tools?.items?.properties ?? {}
    const fields = [...Object.values(description.properties ?? {}), ...Object.values(tool)]
    expect(Object.keys(description.properties ?? {}).sort()).toEqual(["launcher", "serverAddress", "tools"])
    expect(fields.filter(field => !field.description || !field.type)).toEqual([])
    expect(tool.preset?.enum).toEqual([...presetNames])
  })
})

describe("refuses", () => {
  test.each([
    ["an address that is not encrypted", { address: "http://app.grootboek.example" }],
    ["an address of many sites", { address: "https://*.example.com" }],
    ["no address", { name: "Grootboek" }],
    ["something that is no tool", "https://app.grootboek.example"],
  ])("%s", (_, tool) => {
    expect(policyOf({ tools: [tool] }).tools).toEqual([])
  })

  test("patterns that would find nearly everything, and keeps the others", () => {
    const tools = [{ address: "https://a.example", numberPatterns: ["##", "VF-####", 4] }]
    expect(policyOf({ tools }).tools[0]?.numberPatterns).toEqual(["VF-####"])
  })

  test("the same address twice: the first holds", () => {
    const tools = [
      { name: "One", address: "https://a.example" },
      { name: "Two", address: "https://a.example/" },
    ]
    expect(policyOf({ tools }).tools.map(({ name }) => name)).toEqual(["One"])
  })
})

describe("protects", () => {
  test("from a launcher that is off by accident: only false switches it off", () => {
    expect(policyOf({ launcher: "false" }).launcher).toBe(true)
    expect(policyOf({ launcher: null }).launcher).toBe(true)
    expect(policyOf({ launcher: false }).launcher).toBe(false)
  })
})
