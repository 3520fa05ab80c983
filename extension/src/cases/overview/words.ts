import type { CaseKind } from "@casepost/shared/cases"
import { mostBulkCases, type overviewSorts } from "@casepost/shared/overviews"

const number = (count: number) => count.toLocaleString("en-GB")
const kindsOf: Record<CaseKind, readonly [one: string, many: string]> = {
  customer: ["customer", "customers"],
  matter: ["matter", "matters"],
  invoice: ["invoice", "invoices"],
}
const counted = (count: number, kind: CaseKind) =>
  count > mostBulkCases
    ? `more than ${number(mostBulkCases)} ${kindsOf[kind][1]}`
    : `${number(count)} ${kindsOf[kind][count === 1 ? 0 : 1]}`
const days = (count: number) => (count === 1 ? "1 day" : `${number(count)} days`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const sorts: Record<(typeof overviewSorts)[number], readonly [up: string, down: string]> = {
  number: ["Number, lowest first", "Number, highest first"],
  customer: ["Customer, A to Z", "Customer, Z to A"],
  open: ["Smallest amount first", "Largest amount first"],
  due: ["Due first", "Due last"],
  overdue: ["Least overdue first", "Most overdue first"],
  "last-message": ["Oldest message first", "Newest message first"],
}

/** What the overviews of customers, matters and invoices say. */
export const words = {
  kinds: { customer: "Customers", matter: "Matters", invoice: "Invoices" },
  search: "Number, customer, amount",
  dataOf: (where: string, when: string) => `${where}, data of ${when}`,
  oldestData: (where: string, when: string) => `${where}, oldest data of ${when}`,
  dataShort: (when: string) => `Data of ${when}`,
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  noData: (where: string) => `${where}, no data yet`,
  administrations: (count: number) => `${count} administrations`,
  matching: (matching: number, all: number, kind: CaseKind) =>
    matching === all || matching > mostBulkCases
      ? capital(counted(matching, kind))
      : `${number(matching)} of ${counted(all, kind)}`,
  open: (amounts: string) => `${amounts} open`,
  columns: {
    number: { customer: "Number", matter: "Matter", invoice: "Invoice" },
    customer: "Customer",
    open: "Open",
    due: "Due",
    invoices: "Invoices",
    overdue: "Overdue",
    message: "Last message",
    attention: "Attention",
  },
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  sort: "Sort",
  sorts,
  days,
  nothingOpen: "None",
  noMessage: "None",
  dueToday: "today",
  paid: "Paid",
  closed: "Closed",
  unread: (count: number) => `${number(count)} unread`,
  notDelivered: "Not delivered",
  doNotMessage: "Do not message",
  portalOnly: "Portal only",
  noRight: "No right to send here",
  select: (name: string) => `Select ${name}`,
  selectLoaded: (count: number) => `Select the ${number(count)} that are loaded`,
  loading: "Loading",
  notLoaded: "The overview could not be loaded",
  moreNotLoaded: "The next rows could not be loaded.",
  notCounted: "They could not be counted.",
  changed: "The list has changed",
  showChanges: "Show changes",
  none: { customer: "No customers yet", matter: "No matters yet", invoice: "No invoices yet" },
  noneMore: "They come from your own systems: import a CSV file, or connect the API.",
  noneOpen: { customer: "No open customers", matter: "No open matters", invoice: "No open invoices" },
  noneOpenMore: "Settled ones are left out.",
  showSettled: "Show settled ones too",
  importData: "Import data",
  noneFound: "Nothing found",
  noneFoundMore: "Nothing fits this search and these filters.",
  clearFilters: "Clear search and filters",
  sendMessages: "Send messages",
  openFullTab: "Open in full tab",
  closeCase: "Back to the list",
  case: "Case",
  filter: {
    add: "Filter",
    filters: "Filters",
    takeAway: (filter: string) => `Take away the filter ${filter}`,
    change: (filter: string) => `Change the filter ${filter}`,
    apply: "Apply",
    administration: "Administration",
    administrations: (count: number) => `${count} administrations`,
    states: { open: "Open", settled: "Settled", any: "Open and settled" },
    overdue: (least: number) => (least === 0 ? "Overdue" : `More than ${days(least)} overdue`),
    overdueAsk: "More than how many days overdue",
    overdueName: "Days overdue",
    due: (most: number) => (most === 0 ? "Due today" : `Due within ${days(most)}`),
    dueAsk: "Due within how many days",
    dueName: "Due soon",
    amountName: "Open amount",
    amount: (from: string | null, to: string | null) =>
      from !== null && to !== null
        ? `Open from ${from} to ${to}`
        : from !== null
          ? `Open from ${from}`
          : `Open up to ${to}`,
    from: "From",
    to: "To",
    silent: (least: number) => `Not messaged for ${days(least)}`,
    silentAsk: "No message from us for how many days",
    silentName: "Not messaged lately",
    unread: "Unread",
    failed: "Not delivered",
    noAddress: "No e-mail address",
    matter: "In a matter",
    matters: { in: "In a matter", "not-in": "Not in a matter" },
    marks: { marked: "Do not message", "not-marked": "May be messaged" },
    wrongDays: "Write a number of days, such as 20.",
    wrongAmount: "Write the amount as 1250.00.",
    turned: "The second amount is below the first.",
  },
  selection: {
    bar: "Selection",
    selected: (count: number) => `${number(count)} selected`,
    allMatching: "all matching filter",
    selectAll: (count: number) =>
      count > mostBulkCases ? "Select all matching the filter" : `Select all ${number(count)} matching`,
    leftOut: (count: number) => `${number(count)} left out: do not message`,
    noRight: (count: number) => `${number(count)} left out: no right to send`,
    clear: "Clear",
    dropped: (count: number) => `${number(count)} no longer selected: the filter changed`,
    undo: "Undo",
    tooMany: `A bulk message takes ${number(mostBulkCases)} at most. Narrow the filter, for example to one administration or by amount, and send the rest after it.`,
    manyExcept: (most: number) =>
      `At most ${number(most)} can be left out of all that match. Narrow the filter instead.`,
  },
  keys: { move: "move", open: "open", select: "select", all: "all" },
  shortcuts: {
    search: "Search",
    move: "Next and previous",
    open: "Open",
    select: "Select",
    range: "Select up to here",
    all: "Select what is loaded; again: all that match",
    clear: "Close the case, else clear the selection",
    send: "Send messages",
    list: "Show this list",
  },
} as const
