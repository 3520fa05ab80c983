import type { FoundBy } from "../../host-page/findings"

/** What is said about the cases of a page. */
export const words = {
  which: "Which case is it about?",
  foundOnPage: (count: number) => `${count} found on this page`,
  foundInText: (count: number) => `${count} found in the selected text`,
  casesOnPage: (count: number) => `${count} cases on this page`,
  list: "Cases on this page",
  selectAll: (count: number) => `Select all ${count}`,
  selectNone: "Clear",
  select: (name: string) => `Select ${name}`,
  selected: (count: number) => `${count} selected`,
  moreBelow: (count: number) => `${count} more below`,
  sendMessages: "Send messages",
  noneSelected: "Tick the cases first.",
  noCase: "No case on this page",
  noCaseMore: "Open an invoice or customer, or search for one.",
  pick: "Pick the invoice number",
  pickRefused: "Chrome was not allowed to show Casepost there. Press it again, and then Allow.",
  pickFailed: "The page could not be pointed at. Load it anew, and try again.",
  draft: "This page shows a draft. It has no case until it is saved with its number.",
  unknown: (numbers: readonly string[]) =>
    numbers.length === 1
      ? `Casepost does not know ${numbers[0]}. Perhaps it was not imported yet.`
      : `Casepost does not know ${numbers.slice(0, 3).join(", ")}. Perhaps they were not imported yet.`,
  onThisTab: (reason: string) => `On this tab, ${reason}`,
  foundBy: {
    address: "from the address of the page",
    element: "from its place on the page",
    data: "from the data of the page",
    title: "from the page title",
    selection: "from the selected text",
    pattern: "from a number on the page",
    email: "from an e-mail address on the page",
  } satisfies Record<FoundBy, string>,
} as const
