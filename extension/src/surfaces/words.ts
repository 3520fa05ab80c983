/** What popup, side panel and compose page say themselves. */
export const words = {
  popup: "Casepost",
  sidePanel: "Casepost",
  compose: "Write a message",
  settings: "Casepost settings",
  noCase: "No case on this page",
  noCaseMore: "Open an invoice or customer, or search for one.",
} as const
