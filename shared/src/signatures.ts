import * as z from "zod"
import { deed, Id } from "./contract.ts"

/** Bytes of a logo: PNG, JPEG or GIF. */
export const mostLogoBytes = 300 * 1024
/** Widest a logo is shown, in CSS pixels. */
export const mostLogoWidth = 320

export const Logo = z
  .object({
    id: Id,
    url: z.string().describe("Where mails load it from: the same for everybody, so it tells nothing of who reads"),
    width: z.number().int().describe("As it is shown, in CSS pixels"),
    height: z.number().int(),
  })
  .meta({ id: "Logo" })
export type Logo = z.infer<typeof Logo>

export const Signature = z
  .object({ html: z.string().nullable().describe("None: no text"), logo: Logo.nullable() })
  .meta({ id: "Signature" })
export type Signature = z.infer<typeof Signature>

const SignatureBody = z.object({
  html: z.string().max(10_000).nullable(),
  logoId: Id.nullable().optional().describe("One that was uploaded for it; left out: stays"),
  logoWidth: z.number().int().min(16).max(mostLogoWidth).optional(),
})

export const deeds = {
  getMySignature: deed({
    id: "getMySignature",
    method: "get",
    path: "/api/v1/signatures/mine",
    access: "signed-in",
    summary: "My own signature in this organisation",
    answer: Signature,
  }),
  saveMySignature: deed({
    id: "saveMySignature",
    method: "put",
    path: "/api/v1/signatures/mine",
    access: "signed-in",
    summary: "Change my own signature; it is added to every message I send, before the administration's",
    description: "Without text and logo there is none.",
    body: SignatureBody,
    answer: Signature,
  }),
  getAdministrationSignature: deed({
    id: "getAdministrationSignature",
    method: "get",
    path: "/api/v1/signatures/administrations/{id}/own",
    access: "restricted",
    summary: "The signature of an administration, for messages of users without one of their own",
    params: z.object({ id: Id }),
    answer: Signature,
  }),
  saveAdministrationSignature: deed({
    id: "saveAdministrationSignature",
    method: "put",
    path: "/api/v1/signatures/administrations/{id}/own",
    access: "administrator",
    summary: "Change the signature of an administration",
    params: z.object({ id: Id }),
    body: SignatureBody,
    answer: Signature,
  }),
  getSignature: deed({
    id: "getSignature",
    method: "get",
    path: "/api/v1/signatures/administrations/{id}",
    access: "restricted",
    summary: "The signature my messages in this administration get: my own, else the administration's, else none",
    params: z.object({ id: Id }),
    answer: Signature.extend({ source: z.enum(["user", "administration", "none"]) }),
  }),
  uploadLogo: deed({
    id: "uploadLogo",
    method: "post",
    path: "/api/v1/signatures/logos",
    access: "signed-in",
    summary: "Upload a logo for a signature; the request body is the image",
    description:
      "PNG, JPEG or GIF, at most 300 KB. It becomes public under an address nobody can guess once a signature holds it.",
    bytes: "request",
    answer: Logo,
    status: 201,
    problems: ["too-large", "attachment-refused"],
  }),
}
