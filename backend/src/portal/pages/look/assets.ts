import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { hash } from "../../../secrets.ts"

type Asset = { path: string; type: string; content: Buffer }

const font = (subset: string) =>
  asset(`inter-${subset}.woff2`, {
    type: "font/woff2",
    content: readFileSync(
      createRequire(import.meta.url).resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`),
    ),
  })
const fonts = { latin: font("latin"), latinExt: font("latin-ext") }
const sheets = ["theme", "frame", "list", "conversation", "reply", "entry", "narrow", "narrow-reading"]

/** Every asset's address holds the hash of its content, so that a browser may keep it for a year. */
export const assets = {
  style: asset("portal.css", {
    type: "text/css; charset=utf-8",
    content: Buffer.concat([Buffer.from(fontFaces()), ...sheets.map(name => read(`styles/${name}.css`))]),
  }),
  script: asset("portal.js", { type: "text/javascript; charset=utf-8", content: read("portal.js") }),
  ...fonts,
}

function asset(name: string, { type, content }: { type: string; content: Buffer }): Asset {
  const [stem, extension] = name.split(".")
  return { path: `/portal/assets/${stem}-${hash(content).slice(0, 16)}.${extension}`, type, content }
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url))
}

function fontFaces(): string {
  const face = (file: Asset, range: string) =>
    `@font-face{font-family:"Inter Variable";src:url("${file.path}") format("woff2-variations");font-weight:100 900;font-display:swap;unicode-range:${range}}`
  return (
    face(fonts.latinExt, "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+2C60-2C7F") +
    face(
      fonts.latin,
      "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2212",
    )
  )
}
