import type { PageRule } from "../../host-page/rules"

/**
 * What Casepost knows of one web application before anybody set it up. Its rules follow the public source that its file names, and were not
 * tried on a live system; an entry without rules only has examples, and is set up by pattern or by pointing.
 */
export type Preset = {
  name: string
  /** Where it always is; empty where every customer of it has an address of her own. May hold `{administration}`. */
  address: string
  pages: readonly PageRule[]
  /** How numbers look there, to start from. */
  patternExamples: readonly string[]
}
