/** What the picker says that opens under an e-mail field of somebody else's page. */
export const words = {
  title: "Relations and colleagues",
  search: "Search relations and colleagues",
  list: "Relations and colleagues",
  relations: "Relations",
  administration: "Administration",
  foot: "Puts the address in this field. Casepost sends nothing.",
  full: "This field takes one address, and holds one. Empty it first.",
  found: (count: number) => (count === 1 ? "1 result" : `${count.toLocaleString("en-GB")} results`),
  noAdministration: "You have no right in any administration",
  noAdministrationMore: "Ask an administrator of the organisation.",
} as const
