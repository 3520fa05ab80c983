import { organisationHeader } from "@casepost/shared/request-headers"
import type { Page } from "playwright-core"
import type { Scheme } from "../extension.ts"
import { signedInExtension } from "../signed-in-extension.ts"
import { toolOf } from "../tools.ts"
import { type HostPage, servePages } from "./serve-pages.ts"

export type OnPages = Awaited<ReturnType<typeof extensionOnPages>>

/** The extension, signed in to the demo organisation, with a tool switched on at an origin that serves these pages. */
export async function extensionOnPages(pages: Readonly<Record<string, HostPage>>, scheme: Scheme = "light") {
  const served = await servePages(pages)
  const running = await signedInExtension("admin@demo.example", scheme, {
    hosts: ["http://localhost/*"],
    isMailing: true,
  })
  const own = (await running.open("popup.html")).page
  const tool = toolOf({ name: "Strange tool", address: served.origin, marksFields: true })
  await own.evaluate(addTool, { body: JSON.stringify(tool), header: organisationHeader })
  const pattern = `${served.origin}/*`
  const isRegistered = (wanted: string) =>
    chrome.scripting
      .getRegisteredContentScripts({ ids: ["launcher"] })
      .then(([script]) => script?.matches?.includes(wanted) === true)
  for (let tries = 0; !(await own.evaluate(isRegistered, pattern)); tries++) {
    if (tries > 200) throw new Error("The launcher was not registered for the tool.")
    await own.waitForTimeout(100)
  }
  return {
    ...running,
    origin: served.origin,
    /** A page of ours that stands by itself, to call from. */
    own,
    visit: async (path: string, size = { width: 1440, height: 900 }): Promise<Page> => {
      const page = await running.context.newPage()
      await page.setViewportSize(size)
      await page.goto(`${served.origin}${path}`)
      return page
    },
    close: async () => {
      await running.close()
      await served.close()
    },
  }
}

async function addTool({ body, header }: { body: string; header: string }): Promise<void> {
  const { session, serverAddress } = await chrome.storage.local.get(["session", "serverAddress"])
  const { token, organisationId } = session as { token: string; organisationId?: string }
  const answer = await fetch(`${serverAddress}/api/v1/tools`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      ...(organisationId ? { [header]: organisationId } : {}),
    },
    body,
  })
  if (!answer.ok) throw new Error(await answer.text())
  await chrome.runtime.sendMessage({ kind: "tools-changed" })
}
