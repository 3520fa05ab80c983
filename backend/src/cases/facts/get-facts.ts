import type { CaseRef } from "@casepost/shared/cases"
import type { Facts } from "@casepost/shared/facts"
import { notHere } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { requireCase } from "../require-case.ts"
import { factsOfCases } from "./facts-of-cases.ts"

/** What the placeholders of a text about a case are filled with when the actor sends it. @throws Problem not-found */
export function getFacts(context: Context, caseRef: CaseRef): Promise<Facts> {
  return context.transaction(async tx => {
    const { ref } = await requireCase(context, tx, caseRef, "restricted")
    const facts = await factsOfCases(tx, { refs: [ref], sender: senderOf(context), now: context.now() })
    const found = facts.get(ref.id)
    if (!found) throw notHere()
    return found
  })
}

/** Who stands in `user.name` and `user.email`; none for an API key. */
export function senderOf({ actor }: Pick<Context, "actor">): { name: string; email: string } | null {
  return actor.kind === "user" ? { name: actor.name, email: actor.email } : null
}
