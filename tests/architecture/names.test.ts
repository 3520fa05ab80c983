import { basename } from "node:path"
import { describe, expect, it } from "vitest"
import { listed, sourcesIn, textOf } from "./house-rules.ts"

const ends = ["shared/src", "backend/src", "extension/src"]

describe("names", () => {
  it("are kebab-case and free of words that say nothing", () => {
    const banned = new Set(listed("words that do not appear in names of files").flatMap(line => line.split(" ")))
    const wrong = ends.flatMap(sourcesIn).flatMap(file => {
      const name = basename(file).replace(/\.tsx?$/, "")
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return [`${file}: file names are kebab-case.`]
      const word = name.split("-").find(part => banned.has(part))
      return word ? [`${file}: "${word}" says nothing, or is not our word; name the deed or the thing.`] : []
    })
    expect(wrong).toEqual([])
  })
  it("entries of the extension only mount", () => {
    const long = sourcesIn("extension/src")
      .filter(file => /extension\/src\/(popup|sidepanel|options|tabs\/[a-z-]+)\.tsx$/.test(file))
      .filter(file => textOf(file).trimEnd().split("\n").length > 20)
    expect(long).toEqual([])
  })
  it("no source file is longer than 250 lines", () => {
    const long = ends
      .flatMap(sourcesIn)
      .map(file => ({ file, lines: textOf(file).trimEnd().split("\n").length }))
      .filter(({ file, lines }) => lines > 250 && !/\/(tables|words[a-z-]*|texts)\.ts$/.test(file))
      .map(({ file, lines }) => `${file} has ${lines} lines: split it by deed.`)
    expect(long).toEqual([])
  })
  it("nothing is promised for later in the code", () => {
    const promises = ends
      .flatMap(sourcesIn)
      .flatMap(file => (/\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(file)) ? [`${file}: build it, or leave it out.`] : []))
    expect(promises).toEqual([])
  })
})
