import { cleanSignature } from "@casepost/backend/clean-html"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { messages } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { uploadLogo } from "@casepost/backend/signatures/logos/upload-logo"
import { resolveSignature, signatureFor } from "@casepost/backend/signatures/resolve-signature"
import { saveAdministrationSignature } from "@casepost/backend/signatures/save-administration-signature"
import { saveMySignature } from "@casepost/backend/signatures/save-my-signature"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makePng } from "../../support/images.ts"
import { makeAdministration, makeCustomer, makeKey, makeWorld } from "../../support/make.ts"
import { leave, writeMessage } from "../../support/write.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("prefers one's own to the administration's, and that to none", async () => {
    const world = await makeWorld(house)
    const { standard, admin, administrationId } = world
    expect(await resolveSignature(standard, administrationId)).toEqual({ html: null, logo: null, source: "none" })
    await saveAdministrationSignature(admin, { administrationId, html: "<p>VDM</p>" })
    expect(await resolveSignature(standard, administrationId)).toMatchObject({
      html: "<p>VDM</p>",
      source: "administration",
    })
    await saveMySignature(standard, { html: "<p>Sanne</p>" })
    expect(await resolveSignature(standard, administrationId)).toMatchObject({ html: "<p>Sanne</p>", source: "user" })
    expect(await resolveSignature(admin, administrationId)).toMatchObject({ source: "administration" })
    const key = makeKey(house, world.organisationId, [administrationId])
    expect(await resolveSignature(key, administrationId)).toMatchObject({
      html: "<p>VDM</p>",
      source: "administration",
    })
  })
  it("puts the logo under the text once, with the sender's name for those who do not see it, and cleaning it again keeps it", async () => {
    const { admin, standard, organisationId } = await makeWorld(house)
    const administrationId = await makeAdministration(house, organisationId, { senderName: 'Müller & "Zonen"' })
    const { id } = await uploadLogo(standard, makePng(200, 100))
    await saveMySignature(standard, { html: "<p>Sanne</p>", logoId: id, logoWidth: 100 })
    const { html } = await standard.transaction(tx => signatureFor(tx, standard, administrationId))
    expect(html).toBe(
      `<p>Sanne</p><p><img src="${house.config.publicUrl}/portal/logos/${id}" alt="Müller &amp; &quot;Zonen&quot;" width="100" height="50" /></p>`,
    )
    expect(cleanSignature(html ?? "")).toBe(html)
    expect((await admin.transaction(tx => signatureFor(tx, admin, administrationId))).html).toBeNull()
  })
  it("gives a message its signature once, however often it is sent or taken back", async () => {
    const world = await makeWorld(house)
    const { standard } = world
    const { id: logoId } = await uploadLogo(standard, makePng(20, 10))
    await saveMySignature(standard, { html: "<p>Sanne de Wit</p>", logoId })
    const customer = await makeCustomer(house, world)
    const caseRef = { kind: "customer" as const, id: customer.id }
    const stored = async (id: string) =>
      (await house.database.owner.select().from(messages).where(eq(messages.id, id)))[0]
    const { id } = await writeMessage(standard, caseRef)
    await leave(standard, id)
    await resendMessage(standard, {
      id,
      to: [{ kind: "typed", address: "a@x.example" }],
      cc: [],
      bcc: [],
      confirmedTo: [],
    })
    const message = await stored(id)
    expect(message?.signatureHtml?.match(/<img/g)).toHaveLength(1)
    expect(message?.bodyHtml).not.toMatch(/Sanne|<img/)
    const second = await writeMessage(standard, caseRef)
    await undoMessage(standard, second.id)
    const again = await writeMessage(standard, caseRef)
    expect((await stored(again.id))?.signatureHtml).toBe(message?.signatureHtml)
    expect((await stored(again.id))?.bodyHtml).not.toMatch(/Sanne|<img/)
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
  it.each([
    '<img src="https://evil.example/pixel.gif" width="1" height="1" alt="x" />',
    `<img src="https://evil.example/portal/logos/${crypto.randomUUID()}?who=jansen" width="1" height="1" />`,
    `<img src="javascript:alert(1)//portal/logos/${crypto.randomUUID()}" width="1" height="1" />`,
    `<img src="https://a.example/portal/logos/${crypto.randomUUID()}" width="100%" height="1" />`,
    '<img src="data:image/png;base64,AAAA" width="1" height="1" />',
  ])("lets cleaning take every other image out: %s", image => {
    expect(cleanSignature(`<p>Sanne</p>${image}`)).toBe("<p>Sanne</p>")
  })
  it("leaves of the logo nothing that acts", () => {
    const src = `https://a.example/portal/logos/${crypto.randomUUID()}`
    expect(
      cleanSignature(`<img src="${src}" width="10" height="10" alt="x" onerror="alert(1)" style="x" srcset="y">`),
    ).toBe(`<img src="${src}" width="10" height="10" alt="x" />`)
  })
})
