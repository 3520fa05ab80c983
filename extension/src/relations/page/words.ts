const count = new Intl.NumberFormat("en-GB")
const number = (value: number) => count.format(value)
const plural = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`
/** A name in a sentence: the end of a very long one is left out. */
const short = (name: string) => (name.length > 48 ? `${name.slice(0, 47)}…` : name)
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" })

/** "VDM Verhuur, VDM België and 4 more": short enough for a sentence. */
function several(names: readonly string[]): string {
  const shown = names.map(short)
  return listed.format(shown.length > 4 ? [...shown.slice(0, 3), `${number(shown.length - 3)} more`] : shown)
}

/** What the page of external relations says. */
export const words = {
  kicker: "Organisation settings",
  title: "External relations",
  lead: "People outside your customers who can be copied in on messages and notes. They have no access to Casepost.",
  add: "Add relation",
  import: "Import",
  export: "Export",
  search: "Search name or address",
  administrationFilter: "Administration",
  allAdministrations: "All administrations",
  nowhere: "Not available anywhere",
  count: (relations: number) => plural(relations, "relation", "relations"),
  columns: { name: "Name", address: "Email address", administrations: "Administrations", actions: "Actions" },
  sortBy: (column: string) => `Sort by ${column}`,
  more: (others: number) => `+${others}`,
  suppressed: "No longer delivered to",
  suppressedMore: "The provider no longer delivers to this address. Copies to it are left out.",
  actionsFor: (name: string) => `Actions for ${short(name)}`,
  edit: "Edit",
  delete: "Delete",
  loadMore: "Load more",
  empty: "No relations yet",
  emptyMore: "Add the bailiff, accountant or colleague you want to copy in, or import a list.",
  nothingFound: "No relation found",
  nothingFoundMore: "Search for something else, or show all of them.",
  showAll: "Show all",
  failed: "The relations could not be loaded",

  name: "Name",
  address: "Email address",
  administrations: "Administrations",
  choose: "Choose administrations",
  openCases: (cases: number) => plural(cases, "open case", "open cases"),
  help: "The relation can be chosen in these administrations only. With none selected, it is not available anywhere.",
  addressHolds: "What has not been sent yet goes to the new address.",
  unlinking: (names: readonly string[]) =>
    `Once saved, it is gone in ${several(names)}: from the pickers and drafts, and left out of what is scheduled.`,
  fillName: "Fill in a name.",
  notAnAddress: "This is not a complete e-mail address.",
  taken: (name: string) => `${short(name)} has this address already.`,
  editThatOne: "Edit that one",
  editTitle: "Edit relation",
  save: "Save changes",
  gone: "This relation is not there. It may have been deleted.",
  close: "Close",
  added: (name: string, administrations: readonly string[]) =>
    administrations.length === 0
      ? `${short(name)} is added, and is not available anywhere yet.`
      : `${short(name)} can now be chosen in ${several(administrations)}.`,
  saved: (name: string, administrations: readonly string[]) =>
    administrations.length === 0
      ? `${short(name)} is saved, and is not available anywhere.`
      : `${short(name)} is saved, and can be chosen in ${several(administrations)}.`,

  deleteTitle: (name: string) => `Delete ${short(name)}?`,
  deleteRelation: "Delete relation",
  unused: "Nothing uses it. What was sent to it stays in the timelines.",
  used: "These use it, and will go on without it. What was sent to it stays in the timelines.",
  deleted: (name: string) => `${short(name)} is deleted`,
  uses: {
    standardMessages: (uses: number) => plural(uses, "standard message", "standard messages"),
    drafts: (uses: number) => plural(uses, "draft", "drafts"),
    scheduledMessages: (uses: number) => plural(uses, "scheduled message", "scheduled messages"),
    reminders: (uses: number) => plural(uses, "reminder", "reminders"),
    by: (name: string) => `written by ${name}`,
    leaves: (moment: string) => `leaves ${moment}`,
    andMore: (more: number) => `and ${number(more)} more`,
  },
} as const
