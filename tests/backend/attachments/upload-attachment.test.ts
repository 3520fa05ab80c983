import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { makeContext } from "@casepost/backend/context"
import { hash } from "@casepost/backend/secrets"
import { mostFileBytes } from "@casepost/shared/attachments"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
const png = bytesOf("\x89PNG\r\n\x1a\n and so on")

describe("upload-attachment", () => {
  let house: TestHouse
  let world: World
  beforeAll(async () => {
    house = await openTestHouse()
    world = await makeWorld(house)
  })
  const upload = (name: string, bytes: Uint8Array) => uploadAttachment(world.standard, { name, bytes })

  describe("does", () => {
    it("keep the bytes in the file store and what they are in the row", async () => {
      const uploaded = await upload("photo.png", png)
      expect(uploaded).toEqual({ id: uploaded.id, name: "photo.png", contentType: "image/png", size: png.byteLength })
      const [row] = await house.database.owner.select().from(attachments).where(eq(attachments.id, uploaded.id))
      const { userId } = world.standard.actor as { userId: string }
      expect(row).toMatchObject({ ownerKind: "upload", ownerId: userId, sha256: hash(png), claimedAt: null })
      expect(Buffer.from(await house.files.get(row?.fileKey ?? ""))).toEqual(Buffer.from(png))
    })
    it.each([
      ["invoice.pdf", "%PDF-1.7", "application/pdf"],
      ["photo.JPG", "\xff\xd8\xff\xe0", "image/jpeg"],
      ["letter.docx", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
      ["invoice.xml", '<?xml version="1.0"?><Invoice xmlns="urn:oasis:names">', "application/xml"],
      ["list.csv", "number;amount\n1;2", "text/csv"],
      ["without-ending", "just text", "text/plain"],
      ["old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-cfb"],
      [
        "protected.docx",
        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ],
      ["printed.pdf", "\r\n\r\n%PDF-1.4", "application/pdf"],
      ["invoices.zip", "PK\x03\x04 VF-1.pdf %PDF-1.4", "application/zip"],
      ["numbers.csv", "MZ-10482;12,50", "text/csv"],
      ["data.bin", "\x00\x01\x02", "application/octet-stream"],
    ])("read the type of %s from its bytes", async (name, bytes, contentType) => {
      expect(await upload(name, bytesOf(bytes))).toMatchObject({ contentType })
    })
    it("take a file of exactly 20 MB", async () => {
      expect(await upload("big.txt", new Uint8Array(mostFileBytes).fill(65))).toMatchObject({ size: mostFileBytes })
    })
    it("take an API key's file", async () => {
      const { organisationId, administrationId } = world
      const key = makeContext(house, {
        organisationId,
        actor: { kind: "api-key", keyId: crypto.randomUUID(), name: "Import", administrationIds: [administrationId] },
      })
      await expect(uploadAttachment(key, { name: "a.txt", bytes: bytesOf("a") })).resolves.toMatchObject({ size: 1 })
    })
  })

  describe("refuses", () => {
    it("more than 20 MB, naming the limit and the size", async () => {
      await expect(upload("big.txt", new Uint8Array(mostFileBytes + 1_500_000).fill(65))).rejects.toMatchObject({
        code: "too-large",
        message: "big.txt is 21.4 MB; a file can be at most 20 MB.",
      })
    })
    it("an empty file", async () => {
      await expect(upload("empty.pdf", new Uint8Array())).rejects.toMatchObject({ code: "invalid" })
    })
    it.each([
      ["setup.exe", "MZ\x90\x00", "\\.exe"],
      ["invoice.pdf", "MZ\x90\x00", "Windows program"],
      ["photo.png", "\x7fELF\x02", "Linux program"],
      ["notes.txt", "#!/bin/sh\nrm -rf /", "a script"],
      ["invoice.pdf.js", "alert(1)", "\\.js"],
      ["report.txt", "<!DOCTYPE html><script>x()</script>", "web page"],
      ["report.txt", "\xef\xbb\xbf \n<!-- hello --><HTML>", "web page"],
      ["picture.png", '<?xml version="1.0"?>\n<svg onload="x()">', "web page or drawing"],
      ["picture.svg", "<svg/>", "\\.svg"],
      ["page.HTML", "hello", "\\.html"],
      ["invoice.pdf", "\x89PNG\r\n\x1a\n", "named \\.pdf"],
      ["picture.jpg", "GIF89a", "named \\.jpg"],
      ["letter.docx", "hello", "named \\.docx"],
      ["invoice.pdf.lnk", "L\x00\x00\x00\x01\x14\x02\x00", "\\.lnk"],
      ["invoice\u202efdp.exe", "hello", "\\.exe"],
    ])("%j, which is dangerous or not what it says", async (name, bytes, why) => {
      await expect(upload(name, bytesOf(bytes))).rejects.toMatchObject({
        code: "attachment-refused",
        message: expect.stringMatching(new RegExp(why)),
        fields: [{ path: "name" }],
      })
    })
    it("a customer: hers come with her answer", async () => {
      const portal = makeContext(house, {
        organisationId: world.organisationId,
        actor: {
          kind: "customer",
          customerId: crypto.randomUUID(),
          administrationId: world.administrationId,
          sessionId: crypto.randomUUID(),
          scope: "customer",
          language: "nl",
        },
      })
      await expect(uploadAttachment(portal, { name: "a.txt", bytes: bytesOf("a") })).rejects.toMatchObject({
        code: "not-allowed",
      })
    })
  })

  describe("protects", () => {
    it.each([
      ["../../etc/passwd", "passwd"],
      ["C:\\Users\\els\\note.txt", "note.txt"],
      ["note\r\nContent-Type: text-html.txt", "noteContent-Type_ text-html.txt"],
      ["invoice\u202etxt.csv", "invoicetxt.csv"],
      ["a\u200bb\ufeff.txt", "ab.txt"],
      ['<img src="x">.txt', "_img src=_x__.txt"],
      [".htaccess", "htaccess"],
      ["name.txt. . .", "name.txt"],
      ["...", "file"],
      ["  ", "file"],
    ])("headers, disks and eyes from the name %j", async (given, kept) => {
      expect(await upload(given, bytesOf("hello"))).toMatchObject({ name: kept })
    })
    it("keeps the ending of a name that is too long", async () => {
      const { name } = await upload(`${"a".repeat(240)}.txt`, bytesOf("hello"))
      expect(name).toHaveLength(200)
      expect(name).toMatch(/aaa\.txt$/)
    })
    it("cuts no character in two where a name is too long", async () => {
      const { id, name } = await upload(`a${"😀".repeat(120)}.pdf.txt`, bytesOf("hello"))
      expect(name.isWellFormed()).toBe(true)
      const [row] = await house.database.owner.select().from(attachments).where(eq(attachments.id, id))
      expect(row?.name).toBe(name)
    })
  })
})
