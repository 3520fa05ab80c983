import { deflateSync } from "node:zlib"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import type { RunningExtension } from "../../support/extension.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
})
afterAll(() => running?.close())

const shown = (page: Page) => page.getByRole("region", { name: "As the customer sees it" })

async function openPage(place: string): Promise<Page> {
  const { page } = await running.open(`options.html#/${place}`)
  await page.getByRole("textbox", { name: "Signature text" }).waitFor()
  return page
}

/** A green picture of 200 by 50. */
function png(): Buffer {
  const rows = Buffer.alloc((200 * 3 + 1) * 50)
  for (let place = 0; place < rows.length; place++) rows[place] = place % 601 === 0 ? 0 : 90
  const head = Buffer.alloc(13)
  head.writeUInt32BE(200, 0)
  head.writeUInt32BE(50, 4)
  head.set([8, 2], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(checksum(body))
  return Buffer.concat([length, body, sum])
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator("input[type=file]").setInputFiles(file)

describe("does", () => {
  test("keeps text and logo of an administration, and shows them as the customer sees them", async () => {
    const page = await openPage("signature")
    await page.getByRole("textbox", { name: "Signature text" }).fill("Met vriendelijke groet, VDM")
    await choose(page, { name: "logo.png", mimeType: "image/png", buffer: png() })
    await shown(page).getByRole("img", { name: "Logo" }).waitFor()
    await page.getByRole("slider", { name: "Width" }).fill("120")
    await page.getByText("120 px").waitFor()
    await page.getByRole("button", { name: "Save signature" }).click()
    await page.getByText("Signature saved").waitFor()
    await page.reload()
    const logo = shown(page).getByRole("img", { name: "Logo" })
    await logo.waitFor()
    expect(await logo.getAttribute("width")).toBe("120")
    expect(await logo.evaluate(image => (image as HTMLImageElement).complete)).toBe(true)
    await page.waitForFunction(
      () => (document.querySelector("section img") as HTMLImageElement | null)?.naturalWidth === 200,
    )
    await page.getByRole("button", { name: "Remove logo" }).click()
    await page.getByRole("button", { name: "Save signature" }).click()
    await page.getByText("Signature saved").waitFor()
    expect(await shown(page).getByRole("img").count()).toBe(0)
    await page.close()
  })

  test("says that nothing is added where there is neither text nor logo", async () => {
    const page = await openPage("my-settings")
    await page.getByRole("textbox", { name: "Signature text" }).fill("")
    await shown(page).getByText("No signature: nothing is added.").waitFor()
    await page.close()
  })

  test("is readable for everybody", async () => {
    const page = await openPage("signature")
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violationsOf(page)).toEqual([])
    }
    await page.close()
  })
})

describe("refuses", () => {
  test("a logo that is too large before it is sent, and one that is no image", async () => {
    const page = await openPage("signature")
    await choose(page, { name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(400 * 1024) })
    await page.getByText("huge.png is 400 KB. The limit is 300 KB.").waitFor()
    await choose(page, { name: "text.png", mimeType: "image/png", buffer: Buffer.from("not an image") })
    await page.getByText(/no PNG, JPEG or GIF/).waitFor()
    await page.close()
  })
})

describe("protects", () => {
  test("what was typed, when another page is chosen", async () => {
    const page = await openPage("signature")
    await page.getByRole("textbox", { name: "Signature text" }).fill("Half a signature")
    await page.getByRole("link", { name: "Import" }).click()
    await page.getByRole("button", { name: "Keep editing" }).click()
    await page.getByText("Half a signature").first().waitFor()
    await page.close()
  })
})
