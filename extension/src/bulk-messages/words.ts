import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { CaseKind } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"

const nouns: Record<CaseKind, [string, string]> = {
  customer: ["customer", "customers"],
  matter: ["matter", "matters"],
  invoice: ["invoice", "invoices"],
}
const number = (count: number) => count.toLocaleString("en-GB")
const cases = (count: number) => (count === 1 ? "1 case" : `${number(count)} cases`)
const messages = (count: number) => (count === 1 ? "1 message" : `${number(count)} messages`)

/** What messages to many customers say. */
export const words = {
  bulkMessages: "Bulk messages",
  sendMessages: "Send messages",
  number,
  cases,
  messages,
  chosen: (kind: CaseKind, count: number) => `${number(count)} ${nouns[kind][count === 1 ? 0 : 1]}`,
  chosenIn: (kind: CaseKind, count: number, places: readonly string[]) =>
    `${number(count)} ${nouns[kind][count === 1 ? 0 : 1]}${places.length > 0 ? ` in ${listed(places)}` : ""}`,
  administrations: (count: number) => `${count} administrations`,
  listed,
  close: "Close, keeps draft",
  closeWindow: "Close",
  loading: "Loading",
  notLoaded: "This could not be loaded",
  languages: { nl: "Nederlands", en: "English", de: "Deutsch", fr: "Français" } as const satisfies Record<
    Language,
    string
  >,
  languagesInText: { nl: "Dutch", en: "English", de: "German", fr: "French" } as const satisfies Record<
    Language,
    string
  >,
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
    about: (name: string, language: Language) => `${name}, in ${words.languagesInText[language]}`,
    previous: "Previous message",
    next: "Next message",
    previousKey: "Alt ↑",
    nextKey: "Alt ↓",
    to: "To",
    cc: "CC",
    bcc: "BCC",
    ownCopy: "own copy",
    portalOnly: "Portal only",
    and: "and",
    oneByOne: "Sent one by one. Customers never see each other.",
    none: "No message goes out yet.",
    noneMore: "Every case is left out. Open Check cases to see why.",
    missing: (name: string) => `${name} missing`,
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
    suppressed: "No longer delivered to",
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
    all: "All cases",
    none: "No case here.",
    more: "Load more cases",
    below: (count: number) => `${number(count)} more ${count === 1 ? "case" : "cases"} below`,
    belowAll: (count: number, as: string) =>
      `${number(count)} more ${count === 1 ? "case" : "cases"} below, ${count === 1 ? "" : "all "}${as}`,
    allAre: (state: string) => state.toLowerCase(),
    fillIn: (name: string) => `Fill in ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    noFillIn: "Add it to the case, or take it out of the text.",
    save: "Save for this message",
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

  running: {
    show: "Show",
    problems: "Problems",
    held: (count: number) => `Sending ${messages(count)}`,
    heldMore: (seconds: number) => `in ${seconds} s`,
    undo: "Undo",
    undone: "Taken back. It is a draft again.",
    scheduled: (when: string) => `Scheduled for ${when}`,
    scheduledMore: (count: number) => `${messages(count)}, you can close this window`,
    takeBack: "Take back",
    preparing: (count: number) => `Preparing ${messages(count)}`,
    sending: (place: number, of: number) => `Sending ${number(place)} of ${number(of)}`,
    left: (seconds: number) => `about ${durationInWords(seconds)} left, you can close this window`,
    closeable: "you can close this window",
    paused: (gone: number, of: number) => `Paused, ${number(gone)} of ${number(of)} sent`,
    stopped: (gone: number, of: number) => `Stopped, ${number(gone)} of ${number(of)} sent`,
    done: (count: number) => `Done, ${messages(count)}`,
    notAccepted: (count: number) => `${number(count)} not accepted`,
    leftOut: (count: number) => `${number(count)} left out`,
    pause: "Pause",
    resume: "Resume",
    stop: "Stop the rest",
    stopTitle: "Stop the rest?",
    stopMore: (count: number) => `${messages(count)} will not be sent. What has left is not called back.`,
    keep: "Keep sending",
    results: "Show results",
    progress: "Sending messages",
    percent: (share: number) => `${share} %`,
  },
} as const

/** "20 seconds", "4 minutes", "2 hours" */
export function durationInWords(seconds: number): string {
  if (seconds < 60)
    return `${Math.max(1, Math.round(seconds / 5) * 5 || Math.round(seconds))} seconds`.replace(
      /^1 seconds/,
      "1 second",
    )
  if (seconds < 5_400) return seconds < 90 ? "1 minute" : `${Math.round(seconds / 60)} minutes`
  return seconds < 7_200 ? "2 hours" : `${Math.round(seconds / 3_600)} hours`
}

/** "Jansen", "Jansen and Smit", "Jansen, Smit and Kok" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ""
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`
}

/** "12 invoices in VDM Bouwmaterialen NL" */
export function chosenInWords({ kind, total, administrationNames }: BulkMessage): string {
  const places =
    administrationNames.length > 2 ? [words.administrations(administrationNames.length)] : administrationNames
  return words.chosenIn(kind, total, places)
}
