import { newId } from "@casepost/backend/columns"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { deliveryBatches, mails } from "@casepost/backend/delivery/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { seal } from "@casepost/backend/secrets"
import { eq } from "drizzle-orm"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"
import { doubleKey, startProviderDouble } from "../../support/provider-double.ts"

const soon = { timeout: 60_000, interval: 50 }
async function open() {
  const double = await startProviderDouble()
  const house = await openLonelyHouse()
  house.config.resend = { apiKey: doubleKey, baseUrl: double.url, webhookSecret: undefined }
  house.config.local = false
  const world = await makeWorld(house)
  const of = await makeCase(house, world)
  let dispatcher: ReturnType<typeof startDispatcher> | undefined
  onTestFinished(async () => {
    await dispatcher?.close()
    await house.database.close()
    double.close()
  })
  const dispatch = () => {
    dispatcher = startDispatcher(house)
    return dispatcher
  }
  const states = async () => (await house.database.owner.select().from(recipients)).map(row => row.state)
  return { double, house, world, of, dispatch, states }
}
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
/** Waits while the clock runs on by leaps, from so many hours ahead: nothing that is put off is put off for ever. */
function waitFrom(hours: number, house: TestHouse, until: () => Promise<void>) {
  let hour = hours
  return vi.waitFor(async () => {
    hour += 0.01
    house.setNow(later(hour))
    await until()
  }, soon)
}

describe("send batch", () => {
  describe("does", () => {
    it("fills the customer's own link on the wire, and no other", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      const strange = `{{portal-link:${newId()}}}`
      await makeMessages(house, world, { of, message: { bodyHtml: `<p>${strange}</p>`, bodyText: strange } })
      dispatch()
      await vi.waitFor(async () => expect(await states()).toEqual(["sent"]), soon)
      const [mail] = double.accepted
      expect(mail?.html?.match(/\/portal\/m\/[0-9a-f-]{36}\.[\w-]{43}/g)).toHaveLength(1)
      expect(mail?.html).toContain(strange)
    })
    it("opens a sealed address on the wire", async () => {
      const { double, house, dispatch } = await open()
      const href = "https://casepost.example/join/abc?x=1&y=2"
      const button = { label: "Join", href: `sealed:${seal(house.config.secret, href)}` }
      await house.database.owner.insert(mails).values({
        kind: "system",
        address: "nieuw@vdmbouw.example",
        content: { subject: "Hello", paragraphs: ["Hi"], button },
      })
      dispatch()
      await vi.waitFor(() => expect(double.accepted).toHaveLength(1), soon)
      expect(double.accepted[0]?.text).toContain(href)
      expect(double.accepted[0]?.html).toContain("https://casepost.example/join/abc?x=1&amp;y=2")
    })
    it("finds out from the provider what it accepted more than 24 hours ago", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      double.meet("accept-then-drop", "503", "503", "503", "503", "503", "503", "503", "503")
      await makeMessages(house, world, { of, count: 3 })
      dispatch()
      await vi.waitFor(() => expect(double.accepted).toHaveLength(3), soon)
      double.forgetKeys()
      await waitFrom(25.5, house, async () => expect(await states()).toEqual(["sent", "sent", "sent"]))
      expect(double.accepted).toHaveLength(3)
    })
  })

  describe("refuses", () => {
    it("never sends blindly again after 24 hours: what the provider does not know either is shown to a person", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      double.meet("drop", "503", "503", "503", "503", "503", "503", "503", "503", "503")
      await makeMessages(house, world, { of, count: 2 })
      dispatch()
      await vi.waitFor(() => expect(double.requests.length).toBeGreaterThan(0), soon)
      await waitFrom(25.5, house, async () => expect(await states()).toEqual(["unknown", "unknown"]))
      expect(double.accepted.filter(mail => mail.tag.kind === "customer")).toEqual([])
      const [recipient] = await house.database.owner.select().from(recipients)
      expect(recipient?.reason).toContain("not certain")
    })
    it("does not begin the 24 hours while the provider takes nothing in", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      double.meet("monthly-quota")
      await makeMessages(house, world, { of })
      const dispatcher = dispatch()
      await vi.waitFor(() => expect(dispatcher.health()).toMatchObject({ state: "paused" }), soon)
      const [batch] = await house.database.owner.select().from(deliveryBatches)
      expect(batch?.firstTriedAt).toBeNull()
      await waitFrom(30, house, async () => expect(await states()).toEqual(["sent"]))
    })
  })

  describe("protects", () => {
    it("sends a mail whose file is gone to nobody, and says so", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      await makeMessages(house, world, { of, file: "%PDF" })
      const { attachments } = await import("@casepost/backend/attachments/tables")
      await house.database.owner.update(attachments).set({ fileKey: "gone" })
      const dispatcher = dispatch()
      for (let hour = 0; hour < 8 && !(await states()).includes("failed"); hour += 1) {
        await new Promise(resolve => setTimeout(resolve, 400))
        house.setNow(later(hour / 60))
        dispatcher.wake()
      }
      await vi.waitFor(async () => expect(await states()).toEqual(["failed"]), soon)
      expect(double.accepted.filter(mail => mail.tag.kind === "customer")).toEqual([])
    })
    it("asks the provider instead of guessing when a key was used for another body", async () => {
      const { double, house, world, of, dispatch, states } = await open()
      double.meet("accept-then-drop", "503", "503")
      await makeMessages(house, world, { of })
      const dispatcher = dispatch()
      await vi.waitFor(() => expect(double.accepted).toHaveLength(1), soon)
      const [batch] = await house.database.owner.select().from(deliveryBatches)
      const changed = (batch?.body ?? "").replace("still open", "still very open")
      await house.database.owner
        .update(deliveryBatches)
        .set({ body: changed })
        .where(eq(deliveryBatches.id, batch?.id ?? ""))
      dispatcher.wake()
      await vi.waitFor(async () => expect(await states()).toEqual(["sent"]), soon)
      expect(double.accepted).toHaveLength(1)
    })
  })
})
