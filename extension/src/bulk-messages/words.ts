import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { CaseKind } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import { inEnglish } from "../ui/text/language-names"
import { cases, chosen, listed, messages, number } from "./figures-in-words"
import { resultWords } from "./result/words"
import { runningWords } from "./running/words"
import { footWords, warningsWords, writeWords } from "./writing/words"

/** What messages to many customers say. */
export const words = {
  bulkMessages: "Bulk messages",
  sendMessages: "Send messages",
  number,
  cases,
  messages,
  chosen,
  chosenIn: (kind: CaseKind, count: number, places: readonly string[]) =>
    `${chosen(kind, count)}${places.length > 0 ? ` in ${listed(places)}` : ""}`,
  administrations: (count: number) => `${count} administrations`,
  close: "Close, keeps draft",
  closeWindow: "Close",
  showList: "Show bulk messages",
  notLoaded: "This could not be loaded",
  notRun: {
    undo: "Not taken back.",
    pause: "Not paused.",
    resume: "Not resumed.",
    stop: "Not stopped.",
  },
  retried: "Sending again",
  notRetried: "Not sent again.",
  tested: (address: string) => `A test mail is on its way to ${address}.`,
  notTested: "No test mail was sent.",
  notExported: "The file could not be made.",
  discarded: "Draft thrown away",
  notDiscarded: "Not thrown away.",

  preview: {
    title: "Preview",
    message: (place: number, of: number) => `Message ${number(place)} of ${number(of)}`,
    notSent: "No message",
    inLanguage: (language: Language) => `, in ${inEnglish[language]}`,
    previous: "Previous message",
    next: "Next message",
    previousKey: "Alt ↑",
    nextKey: "Alt ↓",
    to: "To",
    cc: "CC",
    bcc: "BCC",
    ownCopy: "own copy",
    portalOnly: "Portal only",
    oneByOne: "Sent one by one. Customers never see each other.",
    noSubject: "No subject",
  },

  checks: {
    ready: "Ready",
    "portal-only": "Portal only",
    missing: "Value missing",
    suppressed: "Suppressed",
    "do-not-message": "Do not message",
    "no-right": "No right",
    settled: "Settled",
    "taken-out": "Taken out",
  } as const,
  filters: {
    all: "All",
    ready: "Ready",
    "portal-only": "Portal only",
    missing: "Missing",
    suppressed: "Suppressed",
    "do-not-message": "Do not message",
    "no-right": "No right",
    settled: "Settled",
    "taken-out": "Taken out",
  } as const,
  why: {
    checking: "Being checked",
    noAddress: "No e-mail address",
    suppressed: "Portal only: no longer delivered to",
    "do-not-message": "The customer is marked",
    "no-right": "You may not send here",
    settled: "Paid or closed meanwhile",
    gone: "No longer there, or not yours to see",
  },
  invoicePdf: "Invoice PDF",

  rows: {
    label: "Cases",
    take: (name: string) => `Message to ${name}`,
    goneCase: "Case no longer there",
    selected: (taken: number, total: number) => `${number(taken)} of ${number(total)} selected`,
    none: "No case here.",
    below: (count: number) => `${number(count)} more ${count === 1 ? "case" : "cases"} below`,
    belowAll: (count: number, as: string) =>
      `${number(count)} more ${count === 1 ? "case" : "cases"} below, ${count === 1 ? "" : "all "}${as}`,
    fillIn: (value: string, customer: string) => `${value} for ${customer}`,
    change: (value: string, filled: string) => `Change ${value}, filled in as ${filled}`,
    notChanged: "Not changed.",
  },

  states: {
    waiting: "Waiting",
    sending: "Sending",
    sent: "Sent",
    "in-portal": "In the portal",
    notAccepted: "Not accepted",
    leftOut: "Left out",
  },

  write: writeWords,
  foot: footWords,
  warnings: warningsWords,
  running: runningWords,
  result: resultWords,
} as const

/** "12 invoices in VDM Bouwmaterialen NL" */
export function chosenInWords({ kind, total, administrationNames }: BulkMessage): string {
  const places =
    administrationNames.length > 2 ? [words.administrations(administrationNames.length)] : administrationNames
  return words.chosenIn(kind, total, places)
}
