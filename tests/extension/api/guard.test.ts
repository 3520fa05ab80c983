import { deeds as attachments } from "@casepost/shared/attachments"
import { deeds as bulkMessages } from "@casepost/shared/bulk-messages"
import { deeds as cases } from "@casepost/shared/cases"
import { deeds as drafts } from "@casepost/shared/drafts"
import { deeds as messages } from "@casepost/shared/messages"
import { deeds as notes } from "@casepost/shared/notes"
import { deeds as notifications } from "@casepost/shared/notifications"
import { deeds as relations } from "@casepost/shared/relations"
import { deeds as standardMessages } from "@casepost/shared/standard-messages"
import { deeds as tools } from "@casepost/shared/tools"
import { beforeEach, describe, expect, test } from "vitest"
import { goesOut, passGuard, setGuard } from "../../../extension/src/api/guard"
import { Refusal } from "../../../extension/src/api/refusal"

const all = {
  ...attachments,
  ...bulkMessages,
  ...cases,
  ...drafts,
  ...messages,
  ...notes,
  ...notifications,
  ...relations,
  ...standardMessages,
  ...tools,
}

let asked = 0
let held = 0
beforeEach(() => {
  asked = 0
  held = 0
  setGuard({
    ask: () => {
      asked++
    },
    letOut: async () => {
      held++
      throw new Refusal("covered", "The page covers the panel, so nothing was sent. Open in side panel.")
    },
  })
})

describe("does", () => {
  test("lets what only looks or keeps one's own writing pass", async () => {
    for (const deed of [
      cases.lookupCases,
      cases.getCase,
      drafts.saveDraft,
      messages.previewMessage,
      messages.undoMessage,
    ])
      await passGuard(deed)
    expect({ asked, held }).toEqual({ asked: 5, held: 0 })
  })
})

describe("refuses", () => {
  test.each([
    messages.sendMessage,
    messages.resendMessage,
    messages.markMessage,
    notes.addNote,
    notes.forwardNote,
    notes.setReminder,
    bulkMessages.openBulkMessage,
    bulkMessages.sendBulkMessage,
    bulkMessages.startBulkMessage,
    bulkMessages.testBulkMessage,
    bulkMessages.retryBulkMessage,
    cases.correctAddress,
    cases.renewAccessCode,
    relations.createRelation,
  ])("$id, where the frame is not seen", async deed => {
    await expect(passGuard(deed)).rejects.toMatchObject({ code: "covered" })
    expect(held).toBe(1)
  })

  test("everything, reads too, before the ticket was taken", async () => {
    setGuard({
      ask: () => {
        throw new Refusal("covered", "Casepost cannot work inside this page")
      },
      letOut: async () => {},
    })
    await expect(passGuard(cases.getCase)).rejects.toMatchObject({ code: "covered" })
  })
})

describe("protects", () => {
  test("holds every deed of the contract that changes something, but those that are named as staying inside", () => {
    const inside = Object.values(all).filter(deed => deed.method !== "get" && !goesOut(deed))
    expect(inside.map(({ id }) => id).sort()).toEqual([
      "checkAddresses",
      "deleteAttachment",
      "discardDraft",
      "lookupCases",
      "markNotificationsRead",
      "previewMessage",
      "recordSightings",
      "saveBulkMessage",
      "saveDraft",
      "undoBulkMessage",
      "undoMessage",
      "uploadAttachment",
    ])
  })
})
