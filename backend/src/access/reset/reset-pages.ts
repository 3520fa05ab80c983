import type { OpenAPIHono } from "@hono/zod-openapi"
import type { House } from "../../context.ts"
import type { Env, Request } from "../../http/add-deed.ts"
import { networkAddress } from "../../http/network-address.ts"
import { respondWithPage } from "../../http/page/page.ts"
import { toldPage } from "../../http/page/told-page.ts"
import { answerSignIn, type SignIn } from "../sign-in.ts"
import { askPage, resetPage } from "./reset-page.ts"

/** `/reset`: ask for a new password, and choose it behind the mailed link. Both go through better-auth, with its limits. */
export function resetPages(app: OpenAPIHono<Env>, house: House, signIn: SignIn): void {
  app.get("/reset", request => {
    const token = request.req.query("token")
    return respondWithPage(request, { title: "New password", body: token ? resetPage({ token }) : askPage({}) })
  })
  app.post("/reset", async request => {
    const form = await request.req.parseBody()
    const [token, password, email] = [form.token, form.password, form.email].map(text => String(text ?? ""))
    return token ? choose(request, { token, password: password ?? "" }) : ask(request, email ?? "")
  })

  async function ask(request: Request, email: string): Promise<Response> {
    const answer = await callSignIn(request, "request-password-reset", { email })
    if (answer.status === 429) return tooMany(request)
    if (!answer.ok)
      return respondWithPage(request, {
        title: "New password",
        body: askPage({ email, wrong: "This is not a complete e-mail address." }),
        status: 422,
      })
    return respondWithPage(request, {
      title: "New password",
      body: toldPage({
        title: "Look in your mailbox",
        text: `If somebody signs in with ${email}, a link to choose a new password is on its way. It works once, for an hour.`,
      }),
    })
  }

  async function choose(request: Request, given: { token: string; password: string }): Promise<Response> {
    const { token, password } = given
    const answer = await callSignIn(request, "reset-password", { token, newPassword: password })
    if (answer.status === 429) return tooMany(request)
    const { code } = answer.ok ? {} : ((await answer.json().catch(() => ({}))) as { code?: string })
    const wrong = wrongs[code ?? ""]
    if (wrong)
      return respondWithPage(request, { title: "New password", body: resetPage({ token, wrong }), status: 422 })
    return answer.ok
      ? respondWithPage(request, {
          title: "New password",
          body: toldPage({
            title: "Your password was changed",
            text: "Sign in with it in the Casepost extension. Wherever you were signed in before, you have been signed out.",
          }),
        })
      : respondWithPage(request, {
          title: "New password",
          status: 410,
          body: toldPage({
            title: "This link no longer works",
            text: "It was used already or is older than an hour.",
            button: { label: "Send me a new one", href: "/reset" },
          }),
        })
  }

  function callSignIn(request: Request, path: string, body: Record<string, string>): Promise<Response> {
    const { publicUrl } = house.config
    const called = new globalThis.Request(`${publicUrl}/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(publicUrl).origin },
      body: JSON.stringify(body),
    })
    return answerSignIn(signIn, called, networkAddress(request))
  }
}

const wrongs: Record<string, string> = {
  PASSWORD_TOO_SHORT: "At least 10 characters.",
  PASSWORD_TOO_LONG: "At most 128 characters.",
}

function tooMany(request: Request): Promise<Response> {
  return respondWithPage(request, {
    title: "New password",
    status: 429,
    body: toldPage({ title: "Too many tries", text: "Wait a minute, then try again." }),
  })
}
