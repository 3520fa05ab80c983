import { Problem } from "@casepost/shared/problems"
import type { OpenAPIHono } from "@hono/zod-openapi"
import { acceptInvitation } from "../../access/join/accept-invitation.ts"
import { type FoundInvitation, findInvitation } from "../../access/join/find-invitation.ts"
import { findSetupLink } from "../../access/join/find-setup-link.ts"
import type { House } from "../../context.ts"
import type { Env, Request } from "../../http/add-deed.ts"
import { respondWithPage } from "../../http/page/page.ts"
import { toldPage } from "../../http/page/told-page.ts"
import { acceptPage } from "./accept-page.ts"
import { Acceptance, checkForm, SetUp } from "./set-up-form.ts"
import { setUpOrganisation } from "./set-up-organisation.ts"
import { setUpPage } from "./set-up-page.ts"

/**
 * `/join/{id}.{token}`: sets the first organisation up, or accepts an invitation. Opening it uses nothing up; the token in the address is
 * the secret that a forged form could not know.
 */
export function joinPages(app: OpenAPIHono<Env>, house: House): void {
  app.get("/join/:token", request =>
    withLink(request, async () => {
      const found = await findLink(house, request.req.param("token"))
      if (found.kind === "setup") return respondWithPage(request, { title: "Set up", body: setUpPage() })
      return respondWithPage(request, { title: "Join", body: acceptPage(found.invitation) })
    }),
  )
  app.post("/join/:token", request =>
    withLink(request, async () => {
      const found = await findLink(house, request.req.param("token"))
      const form = await request.req.parseBody()
      return found.kind === "setup"
        ? setUp(request, house, { linkId: found.id, form })
        : accept(request, house, { ...found, form })
    }),
  )
}

type Found = { kind: "setup"; id: string } | { kind: "invitation"; invitation: FoundInvitation }

async function findLink(house: House, token: string): Promise<Found> {
  const setup = await findSetupLink(house, token)
  if (setup) return { kind: "setup", id: setup.id }
  const invitation = await findInvitation(house, token)
  if (invitation) return { kind: "invitation", invitation }
  throw new Problem("not-found", "This link is not complete. Copy all of it, or open it from the e-mail again.")
}

async function setUp(request: Request, house: House, sent: { linkId: string; form: Record<string, unknown> }) {
  const checked = checkForm(SetUp, sent.form)
  if ("filled" in checked)
    return respondWithPage(request, { title: "Set up", body: setUpPage(checked.filled), status: 422 })
  await setUpOrganisation(house, sent.linkId, checked.given)
  return respondWithPage(request, {
    title: "Ready",
    body: toldPage({
      title: `${checked.given.organisationName} is ready`,
      text: `Open the Casepost extension, enter the server address ${house.config.publicUrl} and sign in as ${checked.given.email}.`,
      foot: "Next: bring in customers and invoices, by a file in the extension's settings or by the API.",
    }),
  })
}

async function accept(
  request: Request,
  house: House,
  sent: { invitation: FoundInvitation; form: Record<string, unknown> },
) {
  const { invitation, form } = sent
  const checked = invitation.hasPassword ? { given: undefined } : checkForm(Acceptance, form)
  if ("filled" in checked)
    return respondWithPage(request, { title: "Join", body: acceptPage(invitation, checked.filled), status: 422 })
  const { name, password } = checked.given ?? { name: undefined, password: undefined }
  await acceptInvitation(house, { id: invitation.id, name, password })
  return respondWithPage(request, {
    title: "Welcome",
    body: toldPage({
      title: `Welcome to ${invitation.organisationName}`,
      text: `Open the Casepost extension, enter the server address ${house.config.publicUrl} and sign in as ${invitation.email}.`,
    }),
  })
}

/** A link that does not open anything is said on a page, not as a problem document. */
async function withLink(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "link-expired" && error.code !== "not-found")) throw error
    const status = error.code === "link-expired" ? 410 : 404
    const body = toldPage({ title: "This link no longer works", text: error.message })
    return respondWithPage(request, { title: "Link", body, status })
  }
}
