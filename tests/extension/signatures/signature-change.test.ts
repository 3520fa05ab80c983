import { describe, expect, it } from "vitest"
import { changeOf, isChanged, writtenOf } from "../../../extension/src/signatures/signature-change.ts"

const logo = { id: "logo", url: "https://x.example/portal/logos/logo", width: 160, height: 40 }

describe("does", () => {
  it("sends text and logo with its width", () => {
    expect(changeOf({ html: "<p>Sanne</p>", logo })).toEqual({ html: "<p>Sanne</p>", logoId: "logo", logoWidth: 160 })
  })
  it("sends nothing as none, so that the administration's is used", () => {
    expect(changeOf({ html: "", logo: null })).toEqual({ html: null, logoId: null })
  })
  it("notices another text, another logo and another width", () => {
    const kept = { html: "<p>Sanne</p>", logo }
    expect(isChanged({ html: "<p>Sanne de Wit</p>", logo }, kept)).toBe(true)
    expect(isChanged({ html: "<p>Sanne</p>", logo: null }, kept)).toBe(true)
    expect(isChanged({ html: "<p>Sanne</p>", logo: { ...logo, width: 90 } }, kept)).toBe(true)
  })
})

describe("protects", () => {
  it("finds no change in what was only opened", () => {
    for (const kept of [
      { html: null, logo: null },
      { html: "<p>Sanne</p>", logo },
    ])
      expect(isChanged(writtenOf(kept), kept)).toBe(false)
  })
})
