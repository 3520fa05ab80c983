import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import { type Relation, RelationBody } from "@casepost/shared/relations"
import type { UseMutationResult } from "@tanstack/react-query"
import { isRefused, Refusal, refusedField } from "../../../api/refusal"
import { words } from "../words"

export type SaveRelation = UseMutationResult<Relation, Error, RelationBody>

/** What is wrong, field by field; `other` belongs to none of them. */
export type WrongFields = {
  name: string | undefined
  address: string | undefined
  administrations: string | undefined
  other: Error | undefined
}

/** What is wrong with a relation: before it is sent, and what the server refused, until that field was changed. */
export function wrongIn(body: RelationBody, save: SaveRelation | undefined, isTried: boolean): WrongFields {
  const error = save?.error
  const sent = save?.variables
  const isTaken = isRefused(error, "already-exists")
  const refused = {
    name: sent?.name === body.name ? refusedField(error, "name") : undefined,
    address: sent?.address === body.address ? (isTaken ? error.message : refusedField(error, "address")) : undefined,
    administrations: error instanceof Refusal ? administrationsRefused(error) : undefined,
  }
  const isBeside = isTaken || (error instanceof Refusal && (error.fields?.length ?? 0) > 0)
  return {
    name: isTried ? (nameWrong(body.name) ?? refused.name) : undefined,
    address: isTried ? (addressWrong(body.address) ?? refused.address) : undefined,
    administrations: refused.administrations,
    other: error && !isBeside ? error : undefined,
  }
}

function nameWrong(name: string): string | undefined {
  if (name === "") return words.fillName
  const parsed = RelationBody.shape.name.safeParse(name)
  return parsed.success ? undefined : parsed.error.issues[0]?.message
}

function addressWrong(address: string): string | undefined {
  return isAddress(normaliseAddress(address)) ? undefined : words.notAnAddress
}

function administrationsRefused(error: Refusal): string | undefined {
  return error.fields?.find(({ path }) => path.startsWith("administrationIds"))?.detail
}
