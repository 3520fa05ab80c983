import { dirname, join, normalize } from "node:path"
import { describe, expect, it } from "vitest"
import { importsOf, listed, sourcesIn, textOf } from "./house-rules.ts"

/** Places (folders, or files at the top) by height: a higher one may import a lower one. */
function heights(list: string): Map<string, number> {
  const lines = listed(list)
  return new Map(lines.flatMap((line, index) => line.split(" ").map(place => [place, lines.length - index] as const)))
}

function placeOf(file: string, end: string): string {
  const inside = normalize(file).slice(`${end}/src/`.length)
  return inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : inside.replace(/\.tsx?$/, "")
}

function upward(end: "backend" | "extension", allowed: (target: string) => boolean): string[] {
  const height = heights(end)
  return sourcesIn(`${end}/src`).flatMap(file =>
    importsOf(file)
      .filter(target => target.startsWith("."))
      .map(target => normalize(join(dirname(file), target)))
      .filter(target => target.startsWith(`${end}/src/`) && !allowed(target))
      .flatMap(target => {
        const [from, to] = [placeOf(file, end), placeOf(target, end)]
        if (from === to) return []
        const [fromHeight, toHeight] = [height.get(from), height.get(to)]
        if (fromHeight === undefined)
          return [`${file}: "${from}" stands in no line of ARCHITECTURE.md's ${end} list; add it where it belongs.`]
        if (toHeight === undefined)
          return [`${target}: "${to}" stands in no line of ARCHITECTURE.md's ${end} list; add it where it belongs.`]
        if (toHeight <= fromHeight) return []
        return [
          `${file} imports ${target}: "${from}" may only import what stands below it. Move the shared part down, or hand it over through a row or a parameter.`,
        ]
      }),
  )
}

describe("imports point down", () => {
  it("in the backend", () => {
    expect(upward("backend", target => target.endsWith("/tables.ts"))).toEqual([])
  })
  it("in the extension", () => {
    expect(upward("extension", () => false)).toEqual([])
  })
  it("shared depends on zod and itself only", () => {
    const strange = sourcesIn("shared/src").flatMap(file =>
      importsOf(file)
        .filter(target => !target.startsWith("./") && target !== "zod")
        .map(target => `${file} imports ${target}: shared may only use zod.`),
    )
    expect(strange).toEqual([])
  })
  it("what runs in somebody else's page is plain: no React, no zod, no library", () => {
    const strange = sourcesIn("extension/src/host-page").flatMap(file =>
      importsOf(file)
        .filter(target => !target.startsWith("."))
        .map(target => `${file} imports ${target}: scripts in a host page import only each other.`),
    )
    expect(strange).toEqual([])
  })
  it("backend and extension never import each other", () => {
    const crossing = ["backend", "extension"].flatMap(end =>
      sourcesIn(`${end}/src`).flatMap(file =>
        importsOf(file)
          .filter(target => target.includes(end === "backend" ? "@casepost/extension" : "@casepost/backend"))
          .map(target => `${file} imports ${target}: what both ends need belongs in shared/.`),
      ),
    )
    expect(crossing).toEqual([])
  })
  it("zod is imported whole, or the built extension loses it", () => {
    const wrong = ["shared/src", "extension/src", "backend/src"]
      .flatMap(sourcesIn)
      .filter(file => importsZodByName(file))
    expect(wrong).toEqual([])
  })
  it("verbs never see Hono", () => {
    const seeing = sourcesIn("backend/src")
      .filter(file =>
        /\/(list|get|find|create|update|delete|add|send|save|mark|resend|undo|require|record)-[^/]*\.ts$/.test(file),
      )
      .filter(file => !/\/(http|mailbox)\//.test(file))
      .flatMap(file =>
        importsOf(file)
          .filter(target => target === "hono")
          .map(() => `${file} imports hono: HTTP ends in routes.ts.`),
      )
    expect(seeing).toEqual([])
  })
})

function importsZodByName(file: string): boolean {
  return (
    importsOf(file).includes("zod") &&
    !/import (type )?\* as z from "zod"|import type \{[^}]*\} from "zod"/.test(textOf(file))
  )
}
