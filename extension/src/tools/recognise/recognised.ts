import type { CaseSummary } from "@casepost/shared/cases"
import type { FoundBy } from "../../host-page/findings"

/** A case that a page shows, and the text on the page it was found by. */
export type FoundCase = CaseSummary & { found: string; by: FoundBy }

/**
 * What a page shows, after asking the backend. `one`: certain enough to bind, with the reason. `several`: to choose from, or (`isList`) to tick;
 * `ticked`: ids of those ticked in the tool. `none`: and why: nothing found; a number that Casepost does not know (`numbers`); a draft.
 */
export type Recognised =
  | { kind: "one"; found: FoundCase }
  | { kind: "several"; cases: FoundCase[]; isList: boolean; ticked: string[] }
  | { kind: "none"; why: "nothing" | "unknown" | "draft"; numbers: string[] }
