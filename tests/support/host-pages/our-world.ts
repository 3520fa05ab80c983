import type { Frame, Page } from "playwright-core"
import { extensionId } from "../extension.ts"

/** The newest isolated world of our own scripts in a page, as it is now: what a script of ours there could do, and no page can. */
export async function ourWorld(
  page: Page,
  { at }: { at?: Frame } = {},
): Promise<<Result>(expression: string) => Promise<Result>> {
  const session = await page.context().newCDPSession(at ?? page)
  const worlds: number[] = []
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}` && context.auxData?.type === "isolated")
      worlds.push(context.id)
  })
  await session.send("Runtime.enable")
  // They are told in no order; the newest has the highest number.
  const contextId = worlds.sort((one, other) => one - other).at(-1)
  return async expression => {
    if (contextId === undefined) throw new Error("No script of ours runs in this page.")
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
}
