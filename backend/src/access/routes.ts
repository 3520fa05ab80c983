import { deeds } from "@casepost/shared/access"
import { type Api, addDeed } from "../http/add-deed.ts"
import { createApiKey } from "./keys/create-api-key.ts"
import { listApiKeys } from "./keys/list-api-keys.ts"
import { revokeApiKey } from "./keys/revoke-api-key.ts"
import { getMe } from "./users/get-me.ts"
import { inviteUser } from "./users/invite-user.ts"
import { listUsers } from "./users/list-users.ts"
import { updateMe } from "./users/update-me.ts"
import { updateUser } from "./users/update-user.ts"

export function accessRoutes(api: Api): void {
  addDeed(api, deeds.getMe, context => getMe(context))
  addDeed(api, deeds.updateMe, (context, { body }) => updateMe(context, body))
  addDeed(api, deeds.listUsers, context => listUsers(context))
  addDeed(api, deeds.inviteUser, (context, { body }) => inviteUser(context, body))
  addDeed(api, deeds.updateUser, (context, { params, body }) => updateUser(context, { ...body, id: params.id }))
  addDeed(api, deeds.listApiKeys, context => listApiKeys(context))
  addDeed(api, deeds.createApiKey, (context, { body }) => createApiKey(context, body))
  addDeed(api, deeds.revokeApiKey, (context, { params }) => revokeApiKey(context, params.id))
}
