import { createApp } from "@casepost/backend/app"
import { newId } from "@casepost/backend/columns"
import { uploadLogo } from "@casepost/backend/signatures/logos/upload-logo"
import { saveMySignature } from "@casepost/backend/signatures/save-my-signature"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makePng } from "../../../support/images.ts"
import { makeWorld } from "../../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
const gif = bytes(
  "GIF89a\x40\x01\x20\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
)
const jpeg = bytes(
  "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x11\x08\x00\x30\x00\x60\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9",
)

describe("does", () => {
  it("takes PNG, JPEG and GIF, reads their size from their bytes, and shows none wider or higher than fits a mail", async () => {
    const { standard } = await makeWorld(house)
    const shown = async (image: Uint8Array) => {
      const { width, height } = await uploadLogo(standard, image)
      return [width, height]
    }
    expect(await shown(makePng(120, 40))).toEqual([120, 40])
    expect(await shown(gif)).toEqual([320, 32])
    expect(await shown(jpeg)).toEqual([96, 48])
    expect(await shown(makePng(1000, 500))).toEqual([320, 160])
    expect(await shown(makePng(10, 1000))).toEqual([2, 200])
  })
  it("serves a published logo to anybody, for ever, as nothing but an image", async () => {
    const { standard } = await makeWorld(house)
    const image = makePng(12, 4)
    const { id, url } = await uploadLogo(standard, image)
    await saveMySignature(standard, { html: null, logoId: id })
    expect(url).toBe(`${house.config.publicUrl}/portal/logos/${id}`)
    const answer = await createApp(house).request(`/portal/logos/${id}`)
    expect(answer.status).toBe(200)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(image)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=31536000, immutable",
    })
    expect(answer.headers.get("set-cookie")).toBeNull()
  })
})

describe("refuses", () => {
  it.each([
    ["an SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "attachment-refused"],
    ["a web page", bytes("<html></html>"), "attachment-refused"],
    ["a WebP", bytes("RIFF\x24\x00\x00\x00WEBPVP8 "), "attachment-refused"],
    ["the beginning of a PNG", bytes("\x89PNG\r\n\x1a\n"), "attachment-refused"],
    ["nothing", bytes(""), "attachment-refused"],
    ["a PNG of 5,000 pixels", makePng(5000, 1), "attachment-refused"],
    ["more than 300 KB", new Uint8Array(300 * 1024 + 1), "too-large"],
  ])("%s", async (_, image, code) => {
    const { standard } = await makeWorld(house)
    await expect(uploadLogo(standard, image)).rejects.toMatchObject({ code })
  })
})

describe("protects", () => {
  it("shows nobody a logo that no signature holds, nor anything that is no logo", async () => {
    const { standard } = await makeWorld(house)
    const { id } = await uploadLogo(standard, makePng(12, 4))
    const app = createApp(house)
    for (const path of [id, newId(), "x", `${id}/`]) {
      const answer = await app.request(`/portal/logos/${path}`)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get("cache-control") ?? "no-store").not.toContain("immutable")
    }
  })
  it("keeps a logo that a signature does not hold any more: mails that left show it", async () => {
    const { standard } = await makeWorld(house)
    const { id } = await uploadLogo(standard, makePng(12, 4))
    await saveMySignature(standard, { html: null, logoId: id })
    await saveMySignature(standard, { html: null, logoId: null })
    expect((await createApp(house).request(`/portal/logos/${id}`)).status).toBe(200)
  })
})
