import { audit } from "@casepost/backend/audit/tables"
import { getAdministrationSignature } from "@casepost/backend/signatures/get-administration-signature"
import { uploadLogo } from "@casepost/backend/signatures/logos/upload-logo"
import { saveAdministrationSignature } from "@casepost/backend/signatures/save-administration-signature"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makePng } from "../../support/images.ts"
import { makeKey, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("keeps an administration's signature with its logo, also by a key, and writes down who changed it", async () => {
    const { admin, restricted, administrationId, organisationId } = await makeWorld(house)
    const logo = await uploadLogo(admin, makePng(64, 32))
    await saveAdministrationSignature(admin, { administrationId, html: "<p>VDM</p>", logoId: logo.id })
    expect(await getAdministrationSignature(restricted, administrationId)).toEqual({ html: "<p>VDM</p>", logo })
    const key = makeKey(house, organisationId, [administrationId])
    await saveAdministrationSignature(key, { administrationId, html: null })
    expect(await getAdministrationSignature(restricted, administrationId)).toEqual({ html: null, logo })
    const written = await house.database.owner.select().from(audit).where(eq(audit.organisationId, organisationId))
    expect(written.filter(row => row.deed === "saveAdministrationSignature")).toHaveLength(2)
  })
})

describe("refuses", () => {
  it("whoever does not administer it", async () => {
    const { standard, restricted, administrationId } = await makeWorld(house)
    for (const context of [standard, restricted])
      await expect(saveAdministrationSignature(context, { administrationId, html: "<p>x</p>" })).rejects.toMatchObject({
        code: "not-allowed",
      })
  })
})

describe("protects", () => {
  it("neither shows nor changes another organisation's", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const { administrationId } = theirs
    await saveAdministrationSignature(theirs.admin, { administrationId, html: "<p>Theirs</p>" })
    await expect(getAdministrationSignature(ours.admin, administrationId)).rejects.toMatchObject({ code: "not-found" })
    await expect(
      saveAdministrationSignature(ours.admin, { administrationId, html: "<p>Ours</p>" }),
    ).rejects.toMatchObject({ code: "not-found" })
    expect((await getAdministrationSignature(theirs.admin, administrationId)).html).toBe("<p>Theirs</p>")
  })
})
