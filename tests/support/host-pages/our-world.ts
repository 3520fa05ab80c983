import type { Frame, Page } from "playwright-core"
import { extensionId } from "../extension.ts"

/** The isolated world of our own scripts in a page: what a script of ours there could do, and no page can. */
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
  return async expression => {
    const contextId = worlds.at(-1)
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
