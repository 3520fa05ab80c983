/** What we say in somebody else's page: of our own, and nothing of any customer. */
export const words = {
  frame: "Casepost",
  cannotWork: "Casepost cannot work inside this page.",
  beside: "Open in side panel",
}
