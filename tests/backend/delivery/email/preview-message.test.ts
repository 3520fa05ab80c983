import { attachments } from "@casepost/backend/attachments/tables"
import { newId } from "@casepost/backend/columns"
import { previewMessage } from "@casepost/backend/delivery/email/preview-message"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeWorld, type World } from "../../../support/make.ts"
import { makeCase } from "../../../support/make-message.ts"

let house: TestHouse
let world: World
let of: Awaited<ReturnType<typeof makeCase>>
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
  of = await makeCase(house, world)
})
const asked = (changes: object = {}) => ({
  caseRef: { kind: "invoice" as const, id: of.invoiceId },
  to: [{ kind: "customer" as const, address: "info@jansen.example" }],
  cc: [{ kind: "typed" as const, address: "cc@smit.example", name: "Smit & Hoekstra" }],
  bcc: [{ kind: "typed" as const, address: "geheim@advocaat.example", name: "Secret Lawyer" }],
  subject: "Invoice VF-2026-04183 is still open",
  bodyHtml: "<p>Dear Mr Jansen,</p><script>alert(1)</script>",
  attachmentIds: [] as string[],
  ...changes,
})

describe("preview message", () => {
  describe("does", () => {
    it("shows sender, text, copies and the customer's mail, and says how many mails there will be", async () => {
      const preview = await previewMessage(world.standard, asked())
      expect(preview).toMatchObject({
        from: "Sanne de Wit via Van der Meer Bouwmaterialen",
        bodyHtml: "<p>Dear Mr Jansen,</p>",
        copyTo: ["Smit & Hoekstra"],
        mails: 3,
        portalOnly: false,
      })
      expect(preview.emailHtml).toContain("Dear Mr Jansen")
    })
    it("names the attachments", async () => {
      const id = newId()
      const { organisationId } = world
      const ownerId = (world.standard.actor as { userId: string }).userId
      const file = { name: "VF.pdf", contentType: "application/pdf", size: 184_000, sha256: "", fileKey: "x" }
      await house.database.owner
        .insert(attachments)
        .values({ id, organisationId, ownerKind: "upload", ownerId, ...file })
      const { emailHtml } = await previewMessage(world.standard, asked({ attachmentIds: [id] }))
      expect(emailHtml).toContain("VF.pdf")
    })
    it("says portal only without an address", async () => {
      expect(await previewMessage(world.standard, asked({ to: [], cc: [], bcc: [] }))).toMatchObject({
        mails: 0,
        portalOnly: true,
      })
    })
  })

  describe("refuses", () => {
    it("a user whose right is restricted, and a case of another organisation", async () => {
      await expect(previewMessage(world.restricted, asked())).rejects.toMatchObject({ code: "not-allowed" })
      const other = await makeWorld(house)
      await expect(previewMessage(other.standard, asked())).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("holds no script, no BCC and no link that opens anything, and writes nothing", async () => {
      const { emailHtml } = await previewMessage(world.standard, asked())
      expect(emailHtml).not.toMatch(/<script|Secret Lawyer|geheim@|portal\/m\//)
      const { organisationId } = world
      expect(
        await house.database.owner.select().from(messages).where(eq(messages.organisationId, organisationId)),
      ).toEqual([])
    })
  })
})
