import { caseKinds } from "@casepost/shared/cases"
import { Problem } from "@casepost/shared/problems"
import type { OpenAPIHono } from "@hono/zod-openapi"
import { extensionId } from "../../config.ts"
import type { Env } from "../add-deed.ts"
import { respondWithPage } from "./page.ts"
import { toldPage } from "./told-page.ts"

/** `/open/{kind}/{id}`: a link to share. It shows nothing of what it leads to, whoever opens it, and hands over to the extension. */
export function openPage(app: OpenAPIHono<Env>): void {
  app.get("/open/:kind/:id", request => {
    const { kind, id } = request.req.param()
    if (!(caseKinds as readonly string[]).includes(kind) || !/^[A-Za-z0-9_-]{1,64}$/.test(id))
      throw new Problem("not-found", "This link is not complete.")
    return respondWithPage(request, {
      title: "Open",
      body: toldPage({
        title: "Open in Casepost",
        text: `Somebody shared a link to ${kind === "invoice" ? "an invoice" : `a ${kind}`} with you. It opens in the Casepost extension, if you have a right to see it.`,
        button: {
          label: "Open in Casepost",
          href: `chrome-extension://${extensionId}/options.html#/open/${kind}/${id}`,
        },
        foot: "Nothing happens? Then the extension is not in this browser, or the browser did not let the link through: search for the case by its number in Casepost.",
      }),
    })
  })
}
