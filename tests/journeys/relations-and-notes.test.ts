import { deeds as caseDeeds } from "@casepost/shared/cases"
import { deeds as organisationDeeds } from "@casepost/shared/organisations"
import { wallTimeOf } from "@casepost/shared/zoned-time"
import { chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath } from "../support/browser.ts"
import { launchExtension, type RunningExtension } from "../support/extension.ts"
import { findCase } from "../support/find-case.ts"
import { type Mail, portalLinkOf, waitForMails } from "../support/mails.ts"
import { type RunningServer, startCommand } from "../support/running-server.ts"

const sidePanel = { width: 400, height: 900 }
const composeTab = { width: 464, height: 900 }
const deloo = "dossier@deloo.example"
const zone = "Europe/Amsterdam"

/** Every sentence of "How does adding external relations work", tried as an administrator would. */
describe("external relations and internal notes", () => {
  let server: RunningServer
  let extension: RunningExtension
  let token: string

  beforeAll(async () => {
    ;[server, extension] = await Promise.all([startCommand(), launchExtension(browserPath())])
    await extension.signIn({ server: server.url, email: "admin@demo.example", password: "casepost-demo" })
    const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email: "admin@demo.example", password: "casepost-demo" }),
    })
    token = signedIn.headers.get("set-auth-token") ?? ""
  }, 240_000)
  afterAll(async () => {
    await extension.close()
    await server.kill()
  })

  async function read<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${server.url}${path}`, { headers: { Authorization: `Bearer ${token}` } })
    return (await answer.json()) as Answer
  }
  /** Writing about the first open invoice of an administration, in a tab. */
  async function writeIn(administration: string, as: "message" | "note"): Promise<Page> {
    const { administrations } = await read<{ administrations: { id: string; name: string }[] }>(
      organisationDeeds.listAdministrations.path,
    )
    const id = administrations.find(one => one.name === administration)?.id ?? ""
    const search = administration === "VDM Bouwmaterialen NL" ? "VF-2026-04183" : ""
    const { cases } = await read<{ cases: { ref: { kind: string; id: string } }[] }>(
      `${caseDeeds.searchCases.path}?administrationId=${id}&kind=invoice&search=${search}`,
    )
    const { kind, id: caseId } = cases[0]?.ref ?? { kind: "", id: "" }
    const note = as === "note" ? "&as=note" : ""
    return (await extension.open(`tabs/compose.html?kind=${kind}&id=${caseId}&write=1${note}`, composeTab)).page
  }
  async function mailsTo(address: string): Promise<Mail[]> {
    return waitForMails(server.url, 0, mail => mail.to.includes(address))
  }

  it("leads by logo, Organisation settings and External relations to Add relation", async () => {
    const { page } = await extension.open("sidepanel.html", sidePanel)
    await page.getByRole("button", { name: "Casepost home" }).click()
    await page.getByRole("button", { name: "Organisation settings" }).click()
    const isSettings = (one: Page) => one.url().endsWith("options.html#/relations")
    await expect.poll(() => extension.context.pages().some(isSettings)).toBe(true)
    const settings = extension.context.pages().find(isSettings) as Page
    await settings.setViewportSize({ width: 1200, height: 800 })
    await settings.getByRole("link", { name: "External relations" }).click()
    await settings.getByRole("heading", { name: "External relations" }).waitFor()
    await settings.getByRole("button", { name: "Add relation" }).click()
    const dialog = settings.getByRole("dialog", { name: "Add relation" })
    await dialog.getByLabel("Name").fill("Deloo Gerechtsdeurwaarders")
    await dialog.getByLabel("Email address").fill("Dossier@Deloo.example")
    await dialog.getByRole("combobox", { name: "Administrations" }).click()
    await settings.getByRole("option", { name: /VDM Bouwmaterialen NL/ }).click()
    await settings.getByRole("option", { name: /VDM België/ }).click()
    await dialog.getByRole("button", { name: "Add relation" }).click()
    await dialog.waitFor({ state: "detached" })
    await settings.getByText(deloo).waitFor()

    await settings.getByRole("button", { name: "Add relation" }).click()
    await dialog.getByLabel("Name").fill("Nowhere Notary")
    await dialog.getByLabel("Email address").fill("akte@nowhere.example")
    await dialog
      .getByText(/not available anywhere/i)
      .first()
      .waitFor()
    await dialog.getByRole("button", { name: "Add relation" }).click()
    await dialog.waitFor({ state: "detached" })
    const row = settings.getByRole("row", { name: /Nowhere Notary/ })
    await row.getByText("Not available anywhere").waitFor()
    await settings.close()
    await page.close()
  })

  it.each([
    ["VDM Bouwmaterialen NL", true],
    ["VDM België", true],
    ["VDM Verhuur", false],
  ])(
    "offers it on a click into CC and BCC in %s: %s; one without administrations nowhere",
    async (administration, offered) => {
      const page = await writeIn(administration, "message")
      const form = page.getByRole("form", { name: "New message" })
      for (const field of ["CC", "BCC"]) {
        await form.getByRole("combobox", { name: field, exact: true }).click()
        await page.getByRole("listbox").getByText("Colleagues").waitFor()
        await form.getByRole("combobox", { name: field, exact: true }).fill("deloo")
        const found = page.getByRole("option", { name: /Deloo Gerechtsdeurwaarders/ })
        if (offered) await found.waitFor()
        else
          await page
            .getByRole("region")
            .getByText(/No relation called/)
            .waitFor()
        await form.getByRole("combobox", { name: field, exact: true }).fill("nowhere")
        await page
          .getByRole("region")
          .getByText(/No relation called/)
          .waitFor()
        await form.getByRole("combobox", { name: field, exact: true }).fill("")
        await page.keyboard.press("Escape")
      }
      await page.close()
    },
  )

  it("sends the relation a copy of the message at its address, and of nothing else", async () => {
    const page = await writeIn("VDM Bouwmaterialen NL", "message")
    const form = page.getByRole("form", { name: "New message" })
    await form.getByRole("combobox", { name: "CC", exact: true }).click()
    await page.getByRole("option", { name: /Deloo/ }).click()
    await page.keyboard.press("Escape")
    await form.getByRole("combobox", { name: "BCC", exact: true }).click()
    await page.getByRole("option", { name: /Kuiper/ }).click()
    await page.keyboard.press("Escape")
    await form.getByRole("textbox", { name: "Subject" }).fill("Second reminder")
    await form.getByRole("textbox", { name: "Message text" }).click()
    await page.keyboard.type("Please pay within seven days.")
    await form.getByRole("button", { name: /^Send to customer/ }).click()
    await waitForMails(server.url, 3, mail => mail.subject.includes("Second reminder"))
    const [copy] = await mailsTo(deloo)
    expect(copy?.text).toContain("Copy of a message from")
    expect(copy?.text).not.toContain("/portal")
    const everybody = await waitForMails(server.url, 3)
    for (const mail of everybody.filter(one => one.to[0] !== "debiteuren@kuiperacc.example"))
      expect(`${mail.html}${mail.text}`).not.toContain("Kuiper")
    await page.close()
  })

  it("mails an internal note to a relation and a colleague by Add recipient, and reminds on time though the server was killed", async () => {
    const page = await writeIn("VDM Bouwmaterialen NL", "note")
    const form = page.getByRole("form", { name: /note/i })
    await form.getByText("Never visible to the customer").waitFor()
    await form.getByRole("textbox", { name: "Note text" }).click()
    await page.keyboard.type("Confidential: he names a date once he has the delivery note.")
    const recipients = form.getByRole("combobox", { name: "Add recipient" }).first()
    for (const [typed, name] of [
      ["deloo", /Deloo/],
      ["joost", /Joost Bakker/],
    ] as const) {
      await recipients.fill(typed)
      await page.getByRole("option", { name }).click()
    }
    await page.keyboard.press("Escape")
    await form.getByText("Reminder", { exact: true }).click()
    const later = 20 * 60_000
    const soon = wallTimeOf(new Date(Date.now() + later), zone)
    await form.getByLabel("Date").fill(soon.date)
    await form.getByLabel("Time", { exact: true }).fill(soon.time)
    await form.getByRole("button", { name: /^Save note/ }).click()
    await page.getByText(/Note saved/).waitFor()
    await server.kill()
    await server.restart()
    const mails = await waitForMails(server.url, 2, mail => mail.text.includes("Confidential"))
    expect(mails.flatMap(mail => mail.to).sort()).toEqual([deloo, "j.bakker@vdmbouw.example"])
    for (const mail of mails) expect(`${mail.html}${mail.text}`).not.toContain("/portal")
    expect(mails.flatMap(mail => mail.replyTo)).toEqual(["admin@demo.example", "admin@demo.example"])
    const isReminder = (mail: Mail) => mail.to.includes("admin@demo.example") && mail.text.includes("Confidential")
    expect(await waitForMails(server.url, 0, isReminder)).toEqual([])
    await server.kill()
    await server.restart({ ahead: later })
    await waitForMails(server.url, 1, isReminder)
    await page.waitForTimeout(3_000)
    expect(await waitForMails(server.url, 1, isReminder)).toHaveLength(1)
    await page.close()
  }, 240_000)

  it("forwards a note from its three dots, and shows to whom", async () => {
    const { page } = await extension.open("sidepanel.html", sidePanel)
    await findCase(page, "VF-2026-04183")
    const note = page.getByRole("article", { name: /note/i }).filter({ hasText: "Confidential" })
    await note.getByRole("button", { name: /more|menu|actions/i }).click()
    await page.getByRole("menuitem", { name: "Forward" }).click()
    const dialog = page.getByRole("dialog", { name: /Forward/ })
    await dialog.getByRole("combobox", { name: "Add recipient" }).click()
    await page.getByRole("option", { name: /Smit & Hoekstra/ }).click()
    await dialog.getByRole("button", { name: "Forward" }).click()
    await note.getByText(/Forwarded to Smit & Hoekstra/).waitFor()
    const isForward = (mail: Mail) => mail.to.includes("dossiers@smithoekstra.example")
    const [forward] = await waitForMails(server.url, 1, isForward)
    expect(forward?.text).toContain("Confidential")
    await page.close()
  })

  it("shows the customer neither note nor BCC, in mail and portal", async () => {
    const mails = await waitForMails(server.url, 1, mail => mail.to.includes("info@jansen.example"))
    for (const mail of mails) expect(`${mail.html}${mail.text}`).not.toMatch(/Confidential|Kuiper/)
    const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await phone.goto(portalLinkOf(mails[0] as Mail) ?? "")
    await phone.getByText("Please pay within seven days.").first().waitFor()
    expect(await phone.content()).not.toMatch(/Confidential|Kuiper|Internal note/)
    await browser.close()
  })

  it("lets the relation go where it is unlinked, and never mails it what it was not added to", async () => {
    const { page: settings } = await extension.open("options.html#/relations")
    await settings.getByRole("row", { name: /Deloo/ }).getByText("Deloo Gerechtsdeurwaarders").click()
    const dialog = settings.getByRole("dialog")
    await dialog.getByRole("button", { name: /Remove VDM Bouwmaterialen NL/ }).click()
    await dialog.getByRole("button", { name: "Save changes" }).click()
    await dialog.waitFor({ state: "detached" })
    await settings.close()
    const page = await writeIn("VDM Bouwmaterialen NL", "message")
    const field = page.getByRole("form", { name: "New message" }).getByRole("combobox", { name: "CC", exact: true })
    await field.click()
    await field.fill("deloo")
    await page
      .getByRole("region")
      .getByText(/No relation called/)
      .waitFor()
    await page.close()
    const received = await mailsTo(deloo)
    expect(received.map(mail => mail.text.includes("Confidential"))).toEqual([true, false])
  })
})
