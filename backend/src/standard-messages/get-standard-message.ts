import type { StandardMessage } from "@casepost/shared/standard-messages"
import type { Context } from "../context.ts"
import { describeStandardMessage } from "./describing/describe-standard-message.ts"
import { requireStandardMessage } from "./require-standard-message.ts"

/** A standard message with its texts, default recipients and files, and where it is used. @throws Problem not-found */
export function getStandardMessage(context: Context, id: string): Promise<StandardMessage> {
  return context.transaction(async tx =>
    describeStandardMessage(tx, await requireStandardMessage(context, tx, { id, right: "restricted" })),
  )
}
