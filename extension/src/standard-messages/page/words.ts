const count = new Intl.NumberFormat("en-GB")
const plural = (value: number, one: string, many: string) => `${count.format(value)} ${value === 1 ? one : many}`
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" })
const short = (text: string) => (text.length > 48 ? `${text.slice(0, 47)}…` : text)

/** What the settings page of standard messages says. */
export const words = {
  kicker: "Administration settings",
  title: "Messages",
  lead: "Standard messages: ready texts that everybody in this administration can start from.",
  add: "Add standard message",
  save: "Save standard message",
  search: "Search description or text",
  show: "Show",
  inUse: "In use",
  archived: "Archived",
  count: (messages: number) => plural(messages, "standard message", "standard messages"),
  columns: {
    description: "Description",
    languages: "Languages",
    copies: "Copies",
    files: "Files",
    lastUsed: "Last used",
    uses: "Used",
    actions: "Actions",
  },
  copies: (copies: number) => plural(copies, "copy", "copies"),
  files: (files: number) => plural(files, "file", "files"),
  invoicePdf: "Invoice PDF",
  never: "Never",
  uses: (uses: number) => `${count.format(uses)}×`,
  usesSaid: (uses: number) => plural(uses, "time", "times"),
  actionsFor: (description: string) => `Actions for ${short(description)}`,
  edit: "Edit",
  copy: "Copy",
  archive: "Archive",
  putBack: "Put back",
  failed: "The standard messages could not be loaded",
  empty: "No standard messages yet",
  emptyMore: "Write the first one: a reminder, the answer to a question that comes every week.",
  nothingArchived: "Nothing is archived",
  nothingArchivedMore: "A standard message that is archived is no longer offered, and can be put back from here.",
  nothingFound: "No standard message found",
  nothingFoundMore: "Search for something else, or show all of them.",
  showAll: "Show all",

  newTitle: "New standard message",
  description: "Description",
  fillDescription: "Fill in a description.",
  defaultCc: "Default CC",
  defaultBcc: "Default BCC",
  nobody: "Nobody",
  gone: (name: string, administration: string) =>
    `${short(name)} is no longer available in ${administration}, and is left out when this is chosen.`,
  takeOut: (name: string) => `Remove ${short(name)}`,
  languages: "Languages",
  notWritten: "Not written",
  addLanguage: "Add language",
  removeLanguage: (language: string) => `Remove ${language}`,
  languageRemoved: (language: string) => `${language} is taken out`,
  subject: "Subject",
  subjectOptional: "Optional: without one, choosing this leaves the subject as it is.",
  text: "Text",
  textPlaceholder: "Write the text. Type { for a placeholder.",
  writeText: (language: string) => `Write the text in ${language}, or remove this language.`,
  writeOne: "Write the text in at least one language.",
  unknown: (written: string) => `${written} is not a placeholder. Choose one from the menu, or take the braces out.`,
  noSignature: "No signature needed here. It is added automatically when you send.",
  attachments: "Attachments",
  addFile: "Add file",
  dropHere: "Drop the files here",
  attachPdf: "Attach invoice PDF",
  attachPdfMore: "The PDF of the case’s own invoice goes along. Where there is none, it counts as a missing value.",
  used: (times: number, last: string | null) =>
    times === 0 ? "Not used yet." : `Used ${plural(times, "time", "times")}${last ? `, last on ${last}` : ""}.`,
  standsIn: ({ drafts, scheduled, bulkMessages }: { drafts: number; scheduled: number; bulkMessages: number }) => {
    const places = [
      ...(drafts > 0 ? [plural(drafts, "draft", "drafts")] : []),
      ...(scheduled > 0 ? [plural(scheduled, "scheduled message", "scheduled messages")] : []),
      ...(bulkMessages > 0 ? [plural(bulkMessages, "bulk message", "bulk messages")] : []),
    ]
    if (places.length === 0) return ""
    return `Stands in ${listed.format(places)} now: those keep the text they have.`
  },
  isArchived: "Archived: nobody is offered it any more.",
  stale: "Somebody else saved this standard message meanwhile. What you wrote is still here.",
  seeTheirs: "See the other text",
  notThere: "This standard message is not there",
  notThereMore: "It may belong to another administration or organisation.",
  noRight: "You have no right to change this",
  noRightMore: "Standard messages are changed by the administrators of their administration. Ask one of them.",
  back: "Back to the list",

  added: (description: string) => `${short(description)} is added`,
  saved: (description: string) => `${short(description)} is saved`,
  archivedNow: (description: string) => `${short(description)} is archived`,
  putBackNow: (description: string) => `${short(description)} is offered again`,
  undo: "Undo",
  copyTitle: (description: string) => `Copy ${short(description)}`,
  copyTo: "To administration",
  copyMore: "Texts, files and default copies go along. Who is not available there is left out, and named.",
  copied: (description: string, administration: string) => `${short(description)} is added in ${administration}`,
  copyLeftOut: (names: readonly string[]) => `Not available there and left out: ${listed.format(names.map(short))}.`,
  open: "Open",

  preview: "Preview",
  previewWith: "Preview with",
  noCases: "No case to preview with: this administration has none yet.",
  searchCase: "Search a case",
  noCaseFound: (typed: string) => `No case found for “${typed}”.`,
  to: (address: string | null, copies: readonly string[]) => {
    const to = address ? `to ${address}` : "in the portal only"
    return copies.length > 0 ? `${to}, copy to ${listed.format(copies)}` : to
  },
  ownSubject: "The subject of the message",
  nothingWritten: (language: string) => `Nothing is written in ${language} yet.`,
  noPlaceholders: "No placeholders: every customer reads the same.",
  allFilled: (placeholders: number) =>
    placeholders === 1
      ? "The placeholder has a value for this case"
      : `All ${placeholders} placeholders have a value for this case`,
  missing: (labels: readonly string[]) =>
    `${listed.format(labels)} ${labels.length === 1 ? "is" : "are"} missing for this case. Such a message waits until it is filled in.`,
  unknownCount: (unknown: number) => `${plural(unknown, "placeholder does", "placeholders do")} not exist`,
} as const
