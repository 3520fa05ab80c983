import type { Language } from "@casepost/shared/organisations"
import { inEnglish } from "../../ui/text/language-names"
import { cases, messages, number } from "../figures-in-words"

/** What Write says. */
export const writeWords = {
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
} as const

/** The foot of Write and Check. */
export const footWords = {
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
} as const

/** What is worth knowing before sending. */
export const warningsWords = {
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
} as const
