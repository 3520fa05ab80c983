import { appendFileSync, existsSync, mkdtempSync, readdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Mail } from "@casepost/backend/mailbox/mail"
import { openMailStore } from "@casepost/backend/mailbox/store/open-mail-store"
import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

const now = () => new Date("2026-11-23T12:00:00Z")
const newDirectory = () => mkdtempSync(join(tmpdir(), "casepost-mail-store-"))

function makeMail(id: string, attachments: Mail["attachments"] = []): Mail {
  const lists = { to: ["info@jansen.example"], cc: [], bcc: [], replyTo: [], tags: [], events: [], attachments }
  const texts = { from: letter.from, subject: id, html: "<p></p>", text: null, headers: {}, idempotencyKey: null }
  return { id, ...lists, ...texts, time: now().toISOString(), scheduledAt: null, canceledAt: null }
}

describe("does", () => {
  it("has every mail, event and answer again after a restart", async () => {
    const { resend, mails, restart, happen, hear } = await startMailbox()
    const { data } = await resend.emails.send(letter)
    await resend.emails.send({ ...letter, subject: "Second" })
    await hear(4)
    await happen(data?.id ?? "", "opened")
    await hear(5)
    const before = await mails()
    restart({ webhookUrl: undefined })
    expect((await mails()).map(({ id, subject, lastEvent }) => ({ id, subject, lastEvent }))).toEqual(
      before.map(({ id, subject, lastEvent }) => ({ id, subject, lastEvent })),
    )
    expect(before.map(({ subject }) => subject)).toEqual(["Second", letter.subject])
  })

  it("keeps the newest and drops the files of the others", () => {
    const directory = newDirectory()
    const store = openMailStore({ directory, keep: 3, isOwed: () => false, now })
    const file = { filename: "a.txt", contentType: "text/plain", contentId: null, size: 1, path: null }
    for (let count = 1; count <= 50; count += 1) {
      store.accept([{ mail: makeMail(`mail-${count}`, [file]), contents: [Buffer.from("a")] }])
    }
    expect(store.list().map(({ id }) => id)).toEqual(["mail-50", "mail-49", "mail-48"])
    expect(readdirSync(join(directory, "attachments")).toSorted()).toEqual(["mail-48", "mail-49", "mail-50"])
    store.close()
    const again = openMailStore({ directory, keep: 3, isOwed: () => false, now })
    expect(again.list().map(({ id }) => id)).toEqual(["mail-50", "mail-49", "mail-48"])
    again.close()
  })

  it("goes on telling what happened to a mail that had to make room", () => {
    const directory = newDirectory()
    const isOwed = (mail: Mail) => mail.events.some(({ attempts }) => attempts.length === 0)
    const event = { id: "msg_1", type: "sent" as const, at: now().toISOString(), to: [], attempts: [] }
    const store = openMailStore({ directory, keep: 1, isOwed, now })
    store.accept([{ mail: { ...makeMail("old"), events: [event] }, contents: [] }])
    store.accept([{ mail: makeMail("new"), contents: [] }])
    store.close()
    const again = openMailStore({ directory, keep: 1, isOwed, now })
    expect(again.list().map(({ id }) => id)).toEqual(["new"])
    expect(again.listOwed().map(({ id }) => id)).toEqual(["old"])
    again.addAttempt("old", "msg_1", { at: now().toISOString(), status: 200 })
    expect(again.listOwed()).toEqual([])
    again.close()
  })

  it("does not grow without end", () => {
    const directory = newDirectory()
    const store = openMailStore({ directory, keep: 3, isOwed: () => false, now })
    const sizes = Array.from({ length: 200 }, (_, count) => {
      store.accept([{ mail: makeMail(`mail-${count}`), contents: [] }])
      return statSync(join(directory, "mails.jsonl")).size
    })
    expect(Math.max(...sizes)).toBeLessThan(40 * (sizes[0] ?? 0))
    store.close()
  })
})

describe("protects", () => {
  it("opens after a process was killed in the middle of a line, and loses only that line", () => {
    const directory = newDirectory()
    const store = openMailStore({ directory, keep: 10, isOwed: () => false, now })
    store.accept([{ mail: makeMail("whole"), contents: [] }])
    store.close()
    appendFileSync(join(directory, "mails.jsonl"), '{"kind":"accepted","mails":[{"id":"ha')
    const second = openMailStore({ directory, keep: 10, isOwed: () => false, now })
    second.accept([{ mail: makeMail("after"), contents: [] }])
    second.close()
    const third = openMailStore({ directory, keep: 10, isOwed: () => false, now })
    expect(third.list().map(({ id }) => id)).toEqual(["after", "whole"])
    third.close()
  })

  it("leaves no file behind after Delete all", async () => {
    const { resend, directory, url, mails } = await startMailbox()
    await resend.emails.send({ ...letter, attachments: [{ filename: "a.txt", content: Buffer.from("a") }] })
    await fetch(`${url}/mailbox/api/mails`, { method: "DELETE" })
    expect(await mails()).toEqual([])
    expect(existsSync(join(directory, "attachments"))).toBe(false)
  })
})
