import { demoPassword } from "@casepost/backend/demo/load-demo"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import type { RunningExtension } from "../../support/extension.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
})
afterAll(() => running?.close())

describe("does", () => {
  test("changes what Sanne is told about, and it stays", async () => {
    const { page } = await running.open("options.html#/my-settings")
    const told = page.getByRole("switch", { name: "A customer answers my message" })
    await told.waitFor()
    const before = await told.isChecked()
    await told.click({ force: true })
    await page.getByText("Saved").waitFor()
    await page.reload()
    await told.waitFor()
    expect(await told.isChecked()).toBe(!before)
    await page.close()
  })

  test("keeps Sanne's own signature", async () => {
    const { page } = await running.open("options.html#/my-settings")
    await page.getByRole("textbox", { name: "Signature text" }).fill("Sanne de Wit, Credit management")
    await page.getByRole("button", { name: "Save signature" }).click()
    await page.getByText("Signature saved").waitFor()
    await page.reload()
    await page.getByText("Sanne de Wit, Credit management").first().waitFor()
    await page.close()
  })

  test("is readable for everybody", async () => {
    const { page, errors } = await running.open("options.html#/my-settings")
    await page.getByText("This device").waitFor()
    await page.getByRole("textbox", { name: "Signature text" }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  test("lets Sanne choose the mail, and keeps the choice", async () => {
    const { page } = await running.open("options.html#/my-settings")
    const told = page.getByRole("switch", { name: "A colleague mentions me in a note" })
    await told.waitFor()
    expect(await told.isChecked()).toBe(true)
    // By key: what loads above it may still move it away from under a pointer.
    await told.press("Space")
    await page.getByText("Saved").waitFor()
    await page.reload()
    await told.waitFor()
    expect(await told.isChecked()).toBe(false)
    await page.close()
  })
})

describe("refuses", () => {
  test("a new password when the current one is not right", async () => {
    const { page } = await running.open("options.html#/my-settings")
    await page.getByLabel("Current password").fill("not the password")
    await page.getByLabel("New password").fill("another long password")
    await page.getByRole("button", { name: "Change password" }).click()
    await page.getByText("The password is not right.").waitFor()
    await page.close()
  })

  test("the settings of an administration to somebody who is not its administrator", async () => {
    const { page } = await running.open("options.html#/import")
    await page.getByText("You have no right to change this").waitFor()
    expect(await page.getByRole("link", { name: "Import" }).count()).toBe(0)
    await page.close()
  })
})

describe("protects", () => {
  test("what Sanne had open when her session ends, until she has signed in again", async () => {
    const { page } = await running.open("options.html#/my-settings")
    const name = page.getByLabel("Name", { exact: true })
    // What the page reads by itself has been read: else that is what finds the session ended.
    await page.getByRole("button", { name: "Allow here: Voorraad Plus" }).waitFor()
    await name.fill("Sanne de Wit-Bos")
    await page.evaluate(async () => {
      const kept = await chrome.storage.local.get(["session", "serverAddress"])
      const { token } = kept.session as { token: string }
      await fetch(`${kept.serverAddress}/api/auth/sign-out`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: "{}",
      })
    })
    await page.getByRole("button", { name: "Save" }).first().click()
    await page.getByText("Sign in again to go on").waitFor()
    await page.getByLabel("Password", { exact: true }).fill(demoPassword)
    await page.getByRole("button", { name: "Sign in" }).click()
    await name.waitFor()
    expect(await name.inputValue()).toBe("Sanne de Wit-Bos")
    // What she pressed has the focus again: not the page as a whole.
    const held = () => page.evaluate(() => document.activeElement?.textContent ?? "")
    await expect.poll(held).toBe("Save")
    await page.close()
  })
})
