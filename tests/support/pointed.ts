/** Points at an element of a page as pick mode does, with its real sources, and gives what it would keep. */
import type { Page } from "playwright-core"
import type { KnownNumber, PickStep } from "../../extension/src/host-page/pick/pick-calls"
import type { Judgement } from "../../extension/src/host-page/pick/pointing/judge"

const served = "/__casepost/pick/"

/**
 * `at`: a selector of Playwright's, in whose middle the pointer is. `known`: what the backend would say of the numbers there; all else is
 * unknown to it.
 */
export async function pointAt(
  page: Page,
  at: string,
  of: { step?: PickStep; known?: readonly KnownNumber[] } = {},
): Promise<Omit<Judgement, "also"> & { also: number }> {
  const box = await page.locator(at).first().boundingBox()
  if (!box) throw new Error(`${at} is not to be seen.`)
  return page.evaluate(
    `(async ({ x, y, step, known }) => {
      window.chrome ??= {}
      const { elementsAt } = await import("${served}pointing/elements-at")
      const { targetOf } = await import("${served}pointing/target")
      const { judge } = await import("${served}pointing/judge")
      const target = targetOf(elementsAt(x, y, document.documentElement))
      const asked = new Map(target.readings.map(({ number }) => [number, known.filter(({ text }) => text === number)]))
      const { also, ...judged } = judge(target, { step, asked })
      return { ...judged, also: also.length }
    })(${JSON.stringify({ x: box.x + box.width / 2, y: box.y + box.height / 2, step: of.step ?? "number", known: of.known ?? [] })})`,
  )
}
