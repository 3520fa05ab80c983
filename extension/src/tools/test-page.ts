import { type CaseSummary, deeds } from "@casepost/shared/cases"
import { matchToolAddress } from "@casepost/shared/tool-addresses"
import type { Tool, ToolBody } from "@casepost/shared/tools"
import { call } from "../api/backend"
import { type Findings, type FoundBy, type FoundText, foundBy } from "../host-page/findings"
import { rulesOf } from "./presets/rules-of"
import { administrationOf } from "./recognise/administration-of"
import { decide } from "./recognise/decide"
import { hitsOf, type KnownCase } from "./recognise/matching"
import type { Recognised } from "./recognise/recognised"
import { textsOf } from "./recognise/texts-of"
import { watchFrames } from "./recognise/watch-frames"

/** A tool as it is being edited, or as it is kept. */
export type TestedTool = Omit<ToolBody, "on"> & Partial<Pick<Tool, "id">>

/** One place that was looked at, in the order of trust: what stood there, and which cases those texts name. */
export type TestStep = { by: FoundBy; texts: readonly { text: FoundText; cases: readonly CaseSummary[] }[] }

/** What recognition makes of one page now. `unknown-administration`: the address names one that the tool's table does not know. */
export type PageTest = {
  page: string
  says: Findings["page"]
  frames: number
  administration: "any" | "known" | "unknown"
  steps: readonly TestStep[]
  recognised: Recognised
}

/** How long the page may take to answer, in ms. */
const patience = 8_000

/**
 * Reads one open page with the rules of a tool and says, step by step, what was found and what it comes to. Counts nothing, keeps nothing.
 * @throws Error in words, where the page cannot be read
 */
export async function testPage({ tabId, tool }: { tabId: number; tool: TestedTool }): Promise<PageTest> {
  const page = (await chrome.tabs.get(tabId)).url ?? ""
  if (!matchToolAddress(tool.address, page)) throw new Error("This page is none of the tool’s: its address is another.")
  const frames = await readOnce(tabId, tool)
  const administrationId = administrationOf(tool as Tool, page)
  const texts = textsOf(frames)
  const isAsked = texts !== undefined && administrationId !== "unknown"
  const narrowed = administrationId === "any" ? {} : { administrationId }
  const known = isAsked ? (await call(deeds.lookupCases, { body: { ...texts, ...narrowed } })).cases : []
  return {
    page,
    says: saidBy(frames),
    frames: frames.length,
    administration: administrationId === "any" || administrationId === "unknown" ? administrationId : "known",
    steps: foundBy.map(by => stepOf(by, { frames, known })),
    recognised: decide(frames, known),
  }
}

/** The findings of all frames of the tool in that tab, read once. */
async function readOnce(tabId: number, tool: TestedTool): Promise<Findings[]> {
  const { origin } = new URL(tool.address)
  let stop = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<Findings[]>((resolve, reject) => {
      const slow = () => reject(new Error("The page did not answer. Load it again, then test again."))
      timer = setTimeout(slow, patience)
      const closed = () => reject(new Error("Chrome lets no extension into this page. Choose another one."))
      const watch = watchFrames({ tabId, rules: rulesOf(tool), isRead: one => one === origin }, resolve)
      stop = watch.stop
      watch.refresh().then(isOpen => isOpen || closed(), reject)
    })
  } finally {
    clearTimeout(timer)
    stop()
  }
}

function stepOf(
  by: FoundBy,
  { frames, known }: { frames: readonly Findings[]; known: readonly KnownCase[] },
): TestStep {
  const words = frames.flatMap(frame => frame.words)
  const texts = frames.flatMap(({ groups }) => groups.filter(group => group.by === by).flatMap(group => group.texts))
  return {
    by,
    texts: texts.map(text => ({
      text,
      cases: hitsOf({ by, texts: [text] }, { known, words }).map(({ of }) => of),
    })),
  }
}

/** A draft in any frame makes the page one; a case's page is one although a list stands beside it. */
function saidBy(frames: readonly Findings[]): Findings["page"] {
  const order = ["draft", "case", "list", "other"] as const
  return order.find(says => frames.some(({ page }) => page === says)) ?? "other"
}
