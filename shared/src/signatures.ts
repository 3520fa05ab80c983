import * as z from "zod"
import { deed, Id } from "./contract.ts"

const SignatureAnswer = z.object({ html: z.string().nullable().describe("None: nothing is added") })
const SignatureBody = z.object({ html: z.string().max(10_000).nullable() })

export const deeds = {
  getMySignature: deed({
    id: "getMySignature",
    method: "get",
    path: "/api/v1/signatures/mine",
    access: "signed-in",
    summary: "My own signature in this organisation",
    answer: SignatureAnswer,
  }),
  saveMySignature: deed({
    id: "saveMySignature",
    method: "put",
    path: "/api/v1/signatures/mine",
    access: "signed-in",
    summary: "Change my own signature; it is added to every message I send, before the administration's",
    body: SignatureBody,
    answer: SignatureAnswer,
  }),
  getSignature: deed({
    id: "getSignature",
    method: "get",
    path: "/api/v1/signatures/administrations/{id}",
    access: "restricted",
    summary: "The signature my messages in this administration get: my own, else the administration's, else none",
    params: z.object({ id: Id }),
    answer: SignatureAnswer.extend({ source: z.enum(["user", "administration", "none"]) }),
  }),
}
