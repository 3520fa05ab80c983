import { getMySignature } from "@casepost/backend/signatures/get-my-signature"
import { resolveSignature } from "@casepost/backend/signatures/resolve-signature"
import { saveMySignature } from "@casepost/backend/signatures/save-my-signature"
import { signatures } from "@casepost/backend/signatures/tables"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("keeps one's own signature, and the last one wins", async () => {
    const { standard } = await makeWorld(house)
    await saveMySignature(standard, "<p>Kind regards</p>")
    await saveMySignature(standard, "<p>Met vriendelijke groet</p>")
    expect(await getMySignature(standard)).toEqual({ html: "<p>Met vriendelijke groet</p>" })
  })
  it("takes it away when nothing visible is left", async () => {
    const { standard } = await makeWorld(house)
    await saveMySignature(standard, "<p>Kind regards</p>")
    await saveMySignature(standard, "<p> </p>")
    expect(await getMySignature(standard)).toEqual({ html: null })
  })
  it("prefers one's own to the administration's, and that to none", async () => {
    const world = await makeWorld(house)
    const { standard, administrationId, organisationId } = world
    expect(await resolveSignature(standard, administrationId)).toEqual({ html: null, source: "none" })
    await house.database.owner.insert(signatures).values({ organisationId, administrationId, html: "<p>VDM</p>" })
    expect(await resolveSignature(standard, administrationId)).toEqual({ html: "<p>VDM</p>", source: "administration" })
    await saveMySignature(standard, "<p>Sanne</p>")
    expect(await resolveSignature(standard, administrationId)).toEqual({ html: "<p>Sanne</p>", source: "user" })
    expect(await resolveSignature(world.admin, administrationId)).toMatchObject({ source: "administration" })
  })
})

describe("refuses", () => {
  it("the signature of an administration one has no right in", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const foreign = await makeAdministration(house, theirs.organisationId)
    await expect(resolveSignature(ours.admin, foreign)).rejects.toMatchObject({ code: "not-found" })
  })
})

describe("protects", () => {
  it("lets no script through", async () => {
    const { standard } = await makeWorld(house)
    const { html } = await saveMySignature(
      standard,
      '<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x()">me</a></p>',
    )
    expect(html).not.toMatch(/script|onerror|onclick|javascript/)
  })
  it("keeps the signatures of two users apart", async () => {
    const { standard, admin } = await makeWorld(house)
    await saveMySignature(standard, "<p>Sanne</p>")
    expect(await getMySignature(admin)).toEqual({ html: null })
  })
})
