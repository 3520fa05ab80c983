import { caseKinds } from "@casepost/shared/cases"
import { Problem } from "@casepost/shared/problems"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { Env } from "../add-deed.ts"
import { respondWithPage } from "./page.ts"
import { toldPage } from "./told-page.ts"

/** `/open/{kind}/{id}`: a link to share. It shows nothing of what it leads to, whoever opens it, and says how the extension opens it (Chrome lets no page do that by itself). */
export function openPage(app: OpenAPIHono<Env>): void {
  app.get("/open/:kind/:id", request => {
    const { kind, id } = request.req.param()
    if (!(caseKinds as readonly string[]).includes(kind) || !/^[A-Za-z0-9_-]{1,64}$/.test(id))
      throw new Problem("not-found", "This link is not complete.")
    return respondWithPage(request, {
      title: "Open",
      body: toldPage({
        title: "Open in Casepost",
        text: `Somebody shared a link to ${kind === "invoice" ? "an invoice" : `a ${kind}`} with you. With this page open, click the Casepost icon in Chrome's toolbar: it opens there, if you have a right to see it.`,
        foot: "No Casepost icon? Click the puzzle piece in the toolbar, then the pin beside Casepost. A web page may not open an extension by itself.",
      }),
    })
  })
}
