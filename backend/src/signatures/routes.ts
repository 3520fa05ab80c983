import { deeds } from "@casepost/shared/signatures"
import { type Api, addDeed } from "../http/add-deed.ts"
import { getMySignature } from "./get-my-signature.ts"
import { resolveSignature } from "./resolve-signature.ts"
import { saveMySignature } from "./save-my-signature.ts"

export function signatureRoutes(api: Api): void {
  addDeed(api, deeds.getMySignature, context => getMySignature(context))
  addDeed(api, deeds.saveMySignature, (context, { body }) => saveMySignature(context, body.html))
  addDeed(api, deeds.getSignature, (context, { params }) => resolveSignature(context, params.id))
}
