import { deeds } from "@casepost/shared/signatures"
import { type Api, addDeed } from "../http/add-deed.ts"
import { getAdministrationSignature } from "./get-administration-signature.ts"
import { getMySignature } from "./get-my-signature.ts"
import { uploadLogo } from "./logos/upload-logo.ts"
import { resolveSignature } from "./resolve-signature.ts"
import { saveAdministrationSignature } from "./save-administration-signature.ts"
import { saveMySignature } from "./save-my-signature.ts"

export function signatureRoutes(api: Api): void {
  addDeed(api, deeds.getMySignature, context => getMySignature(context))
  addDeed(api, deeds.saveMySignature, (context, { body }) => saveMySignature(context, body))
  addDeed(api, deeds.getAdministrationSignature, (context, { params }) =>
    getAdministrationSignature(context, params.id),
  )
  addDeed(api, deeds.saveAdministrationSignature, (context, { params, body }) =>
    saveAdministrationSignature(context, { administrationId: params.id, ...body }),
  )
  addDeed(api, deeds.getSignature, (context, { params }) => resolveSignature(context, params.id))
  addDeed(api, deeds.uploadLogo, (context, { bytes }) => uploadLogo(context, bytes))
}
