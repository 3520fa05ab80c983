/** What popup, side panel and compose page say themselves. */
export const words = {
  popup: "Casepost",
  sidePanel: "Casepost",
  compose: "Write a message",
  settings: "Casepost settings",
  crashed: "Something went wrong here",
  crashedMore: "Nothing that was saved is lost. Load the page again.",
  reload: "Load again",
  noCase: "No case on this page",
  noCaseMore: "Open an invoice or customer, or search for one.",
} as const
