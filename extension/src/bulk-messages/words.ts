import type { BulkMessage } from "@casepost/shared/bulk-messages"
import type { CaseKind } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"

const inEnglish: Record<Language, string> = { nl: "Dutch", en: "English", de: "German", fr: "French" }
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
  inEnglish,
  languages: { nl: "Nederlands", en: "English", de: "Deutsch", fr: "Français" } satisfies Record<Language, string>,
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
    about: (name: string, language: Language) => `${name}, in ${inEnglish[language]}`,
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
    more: "Load more cases",
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

  write: {
    tab: "Write",
    check: (count: number) => `Check ${cases(count)}`,
    parts: "Write or check",
    once: "Written once, filled in for each case",
    from: "From",
    fromEach: (name: string) => `${name} via each administration`,
    to: "To",
    each: "The address of each customer",
    cc: "CC",
    bcc: "BCC",
    copies: (count: number) => (count === 1 ? "gets 1 copy" : `gets ${number(count)} copies, one per message`),
    copiesEach: (count: number) => (count === 1 ? "1 copy each" : `${number(count)} copies each, one per message`),
    subject: "Subject",
    text: "Message text",
    textIn: (language: Language) => `Message text in ${inEnglish[language]}`,
    textPlaceholder: "Write your message. { inserts a fact of the case.",
    languages: "Languages",
    ofCustomers: "languages of these customers",
    takenFrom: (count: number, language: Language, taken: Language) =>
      `${count === 1 ? "1 customer reads" : `${number(count)} customers read`} ${inEnglish[language]}. Nothing is written in it: ${
        count === 1 ? "it gets" : "they get"
      } the ${inEnglish[taken]} text.`,
    languageMissing: "no text",
    signature: "Your signature is added automatically",
    noSignature: "No signature is added",
    invoicePdf: "Own invoice PDF for each case",
    invoicePdfFound: (found: number, of: number) => `${number(found)} of ${number(of)} found`,
    invoicePdfOff: "Not attached",
    everyMessage: (size: string) => `${size}, in every message`,
    addFile: "Add file",
    dropHere: "Drop the files here",
    wanting: {
      subject: (language: Language) => `Write a subject in ${inEnglish[language]}.`,
      bodyHtml: (language: Language) => `Write a message in ${inEnglish[language]}.`,
    },
    notSaved: "Not sent. What you wrote could not be saved. Try again.",
    dropped: "Not sent. The connection dropped. Your draft is safe. Try again.",
    notSent: "Not sent.",
    restricted: "You may read here, but not send messages. An administrator can change that.",
    nothingGoes: "Every case is left out: there is nothing to send.",
    newer: (ago: string) => `Changed in another tab, last saved there ${ago}. Nothing of yours is lost.`,
    showNewer: "Show that",
    mine: "What you typed here before is kept.",
    putMine: "Put it back",
    leaveMine: "Leave it",
    chosen: (name: string) => `“${name}” put in`,
    undo: "Undo",
    leftOut: (names: string) => `${names} is no longer available and was left out.`,
    leftOutMany: (names: string) => `${names} are no longer available and were left out.`,
    replaceTitle: "Put the standard message in place of your text?",
    replaceMore: (languages: string) => `What is written in ${languages} is replaced. You can undo it.`,
    replace: "Replace",
    keep: "Keep my text",
    notChosen: "The standard message could not be read.",
  },

  foot: {
    leftOut: (count: number) => `${cases(count)} ${count === 1 ? "is" : "are"} left out.`,
    missing: (names: string, count: number, isAll: boolean) =>
      isAll ? `${names} ${/ and |, /.test(names) ? "are" : "is"} missing.` : `${names} missing for ${number(count)}`,
    reasons: {
      "do-not-message": (count: number) => `${number(count)} marked “do not message”`,
      "no-right": (count: number) => `${number(count)} without the right to send`,
      settled: (count: number) => `${number(count)} settled`,
      "taken-out": (count: number) => `${number(count)} taken out`,
    },
    checking: (count: number, of: number) => `Checking cases, ${number(count)} of ${number(of)}`,
    fillIn: "Fill in",
    show: "Show",
    numbers: (all: number, mails: number, portalOnly: number) =>
      portalOnly === 0
        ? `${messages(all)} by e-mail`
        : mails === 0
          ? `${messages(all)}: portal only`
          : `${messages(all)}: ${number(mails)} by e-mail, ${number(portalOnly)} portal only`,
    none: "No messages",
    send: "Send to customer",
    menu: "More ways to send",
    later: "Send later",
    test: "Send a test mail to me",
    discard: "Throw draft away",
    laterAbout: (count: number) => `${messages(count)}, filled in when they leave`,
  },

  warnings: {
    several: (customers: number, most: number) =>
      customers === 1
        ? `One customer gets ${number(most)} messages.`
        : `${number(customers)} customers get several messages, up to ${number(most)} each.`,
    copies: (name: string, copies: number) => `${name} gets ${number(copies)} copies, one per message.`,
    lately: (count: number, days: number) => `${cases(count)} had a message about the same in the last ${days} days.`,
    slow: (with_: string, without: string) =>
      `With these files sending takes about ${with_} instead of ${without}: mails with files leave one by one.`,
    toPortal: "Put the files in the portal instead",
    inPortal: "The files stand in the portal, and not in the mails.",
    toMail: "Put them in the mails",
    leftOutRecipient: (name: string) => `${name} is not available everywhere and is left out there.`,
  },

  result: {
    list: "Bulk messages",
    sort: "Order",
    newest: "Newest first",
    oldest: "Oldest first",
    drafts: "Being written",
    sentOff: "Sent",
    none: "No bulk messages yet",
    noneMore: "Tick invoices, customers or matters in an overview and press Send messages.",
    more: "Load more bulk messages",
    unnamed: "No subject yet",
    choose: "Choose a bulk message to see how it went.",
    scheduledFor: (when: string) => `Scheduled for ${when}`,
    sendingSince: (when: string) => `Sending since ${when}`,
    today: (time: string) => `Today, ${time}`,
    savedAt: (when: string) => `Saved ${when}`,
    by: (when: string, name: string, chosen: string) => `${when}, by ${name}, ${chosen} chosen`,
    copies: (row: string, names: string) => `${row} ${names}`,
    badges: {
      scheduled: "Scheduled",
      held: "Sending",
      lookAt: (count: number) => `${number(count)} to look at`,
      done: "Done",
      draft: "Draft",
      paused: "Paused",
      stopped: "Stopped",
    },
    figures: {
      messages: "messages",
      delivered: "delivered",
      opened: "opened",
      answered: "answered",
      portalOnly: "portal only",
      notDelivered: "not delivered",
      leftOut: "left out",
    },
    tabs: {
      attention: "Needs attention",
      "not-delivered": "Not delivered",
      "left-out": "Left out",
      opened: "Opened",
      all: "All",
    },
    show: "Show",
    csv: "CSV",
    follow: "Open",
    goOn: "Go on writing",
    retry: (count: number) => `Retry ${number(count)}`,
    someRetryable: (count: number, all: number) =>
      count === all
        ? "All can go again as they are"
        : `${number(count)} can go again as ${count === 1 ? "it is" : "they are"}, the others need a change first`,
    noneRetryable: "These need a change first",
    noAttention: "Nothing needs attention.",
    next: {
      retry: "Retry",
      "change-address": "Change address",
      "fill-in": "Fill in and send",
      open: "Open",
    },
    nextOf: (step: string, customer: string) => `${step}, ${customer}`,
    changeTitle: "Change address",
    changeAbout: (customer: string, was: string) => `${customer}, ${was} until now`,
    changeMore: "Recorded for this customer, and the message goes there now.",
    address: "Email address",
    notAddress: "Type the whole email address.",
    changeAndSend: "Change and send",
    fillTitle: "Fill in and send",
    fillMore: "For this message only.",
    fillAndSend: "Fill in and send",
    fillAll: "Fill this in.",
    sent: (customer: string) => `Sending to ${customer}`,
    discard: (name: string) => `Throw away ${name}`,
    discardTitle: "Throw this draft away?",
    discardMore: (chosen: string) => `What is written and the choice of ${chosen} go. Nothing was sent.`,
    keep: "Keep it",
    discardNow: "Throw away",
    back: "All bulk messages",
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
