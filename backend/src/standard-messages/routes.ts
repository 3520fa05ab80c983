import { deeds } from "@casepost/shared/standard-messages"
import { type Api, addDeed } from "../http/add-deed.ts"
import { archiveStandardMessage } from "./archive-standard-message.ts"
import { chooseStandardMessage } from "./choose-standard-message.ts"
import { copyStandardMessage } from "./copy-standard-message.ts"
import { createStandardMessage } from "./create-standard-message.ts"
import { getStandardMessage } from "./get-standard-message.ts"
import { listStandardMessages } from "./list-standard-messages.ts"
import { saveStandardMessage } from "./save-standard-message.ts"

export function standardMessageRoutes(api: Api): void {
  addDeed(api, deeds.listStandardMessages, (context, { query }) => listStandardMessages(context, query))
  addDeed(api, deeds.getStandardMessage, (context, { params }) => getStandardMessage(context, params.id))
  addDeed(api, deeds.createStandardMessage, (context, { body }) => createStandardMessage(context, body))
  addDeed(api, deeds.saveStandardMessage, (context, { params, body }) =>
    saveStandardMessage(context, { ...params, ...body }),
  )
  addDeed(api, deeds.copyStandardMessage, (context, { params, body }) =>
    copyStandardMessage(context, { ...params, ...body }),
  )
  addDeed(api, deeds.archiveStandardMessage, (context, { params, body }) =>
    archiveStandardMessage(context, { ...params, ...body }),
  )
  addDeed(api, deeds.chooseStandardMessage, (context, { params, query }) =>
    chooseStandardMessage(context, {
      id: params.id,
      caseRef: { kind: params.caseKind, id: params.caseId },
      language: query.language,
    }),
  )
}
