import { newId } from "@casepost/backend/columns"
import { getMySignature } from "@casepost/backend/signatures/get-my-signature"
import { uploadLogo } from "@casepost/backend/signatures/logos/upload-logo"
import { saveMySignature } from "@casepost/backend/signatures/save-my-signature"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makePng } from "../../support/images.ts"
import { makeUser, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("keeps one's own signature, and the last one wins", async () => {
    const { standard } = await makeWorld(house)
    await saveMySignature(standard, { html: "<p>Kind regards</p>" })
    await saveMySignature(standard, { html: "<p>Met vriendelijke groet</p>" })
    expect(await getMySignature(standard)).toEqual({ html: "<p>Met vriendelijke groet</p>", logo: null })
  })
  it("takes it away when nothing visible is left", async () => {
    const { standard } = await makeWorld(house)
    await saveMySignature(standard, { html: "<p>Kind regards</p>" })
    await saveMySignature(standard, { html: "<p> </p>" })
    expect(await getMySignature(standard)).toEqual({ html: null, logo: null })
  })
  it("holds a logo, also without a text, until it is taken out; what is left out stays", async () => {
    const { standard } = await makeWorld(house)
    const { id, url } = await uploadLogo(standard, makePng(300, 100))
    expect(await saveMySignature(standard, { html: null, logoId: id, logoWidth: 120 })).toEqual({
      html: null,
      logo: { id, url, width: 120, height: 40 },
    })
    await saveMySignature(standard, { html: "<p>Sanne</p>" })
    expect(await getMySignature(standard)).toEqual({ html: "<p>Sanne</p>", logo: { id, url, width: 120, height: 40 } })
    await saveMySignature(standard, { html: "<p>Sanne</p>", logoWidth: 60 })
    expect((await getMySignature(standard)).logo).toMatchObject({ width: 60, height: 20 })
    await saveMySignature(standard, { html: "<p>Sanne</p>", logoId: null })
    expect(await getMySignature(standard)).toEqual({ html: "<p>Sanne</p>", logo: null })
  })
})

describe("refuses", () => {
  it("a logo that a colleague uploaded and nobody shows yet, one of another organisation, and one that never was", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const colleagues = await uploadLogo(ours.admin, makePng(10, 10))
    const foreign = await uploadLogo(theirs.standard, makePng(10, 10))
    await saveMySignature(theirs.standard, { html: null, logoId: foreign.id })
    for (const logoId of [colleagues.id, foreign.id, newId(), "x"])
      await expect(saveMySignature(ours.standard, { html: "<p>x</p>", logoId })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "logoId" }],
      })
    expect(await getMySignature(ours.standard)).toEqual({ html: null, logo: null })
  })
})

describe("protects", () => {
  it("lets no script through, and no image of one's own making", async () => {
    const { standard } = await makeWorld(house)
    const { html } = await saveMySignature(standard, {
      html: `<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)><img src="http://localhost:8787/portal/logos/${crypto.randomUUID()}" width="1" height="1"><a href="javascript:x()">me</a></p>`,
    })
    expect(html).not.toMatch(/script|onerror|onclick|javascript|img/)
  })
  it("keeps the signatures of two users apart, and of one user in two organisations", async () => {
    const { standard, admin } = await makeWorld(house)
    const other = await makeUser(house, (await makeWorld(house)).organisationId)
    await saveMySignature(standard, { html: "<p>Sanne</p>" })
    for (const context of [admin, other]) expect(await getMySignature(context)).toEqual({ html: null, logo: null })
  })
})
