/**
 * What the finder reads in a host page, and nothing more: identifiers. It comes out of somebody else's page, so whoever takes it checks its
 * shape first (`tools/recognise/read-findings`), and it may refuse or suggest, never allow.
 */
export type CaseKindFound = "customer" | "matter" | "invoice"

/** Where a text was found, in the order of trust. */
export const foundBy = ["address", "element", "data", "title", "selection", "pattern", "email"] as const
export type FoundBy = (typeof foundBy)[number]

export type FoundText = {
  text: string
  as: "number" | "external-id" | "address"
  /** Of what, where the place says so. */
  kind?: CaseKindFound
  /** A rule of the tool or a declared pattern says that this is one: without, a text of digits only never binds. */
  isVouched?: boolean
  /** It stands in one of several records of a list, as the link to another page, or beside the page, and nowhere else: the page is not about it. */
  isListed?: boolean
}

/** Texts from one place: the first place in which a known case stands decides. */
export type FoundGroup = { by: FoundBy; texts: FoundText[] }

export type Findings = {
  /** The frame's own address, against findings of a page that was just left: compared here, and sent nowhere. */
  place: string
  /** `draft`: a new, hidden or draft record, which is never bound. `other`: a page that no rule speaks about. */
  page: "case" | "list" | "draft" | "other"
  /** The kind of case a rule of the tool says this page shows. */
  shows?: CaseKindFound
  /** In the order of trust. */
  groups: FoundGroup[]
  /** Texts of the rows of a list that are ticked in the tool. */
  ticked: string[]
  /** Number-like words and headings that can be seen on the page: compared here with what was found by an id, and sent nowhere. At most 400. */
  words: string[]
  /** False where the page was longer than what is read: what reading through it found may not be all. */
  isWhole: boolean
  /** The page speaks of buying, drafts, quotes or orders, of making or searching: a number of ours on it may be of something else. */
  isDoubtful: boolean
}
