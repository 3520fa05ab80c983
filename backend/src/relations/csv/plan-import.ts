import { Address } from "@casepost/shared/addresses"
import { line } from "@casepost/shared/contract"
import type { ImportedRelation } from "@casepost/shared/relations"
import { newId } from "../../columns.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { placesOf } from "../describe-relations.ts"
import { relations } from "../tables.ts"
import { administrationReader, type NamedAdministration, type ReadAdministrations } from "./read-administrations.ts"
import type { RelationLine } from "./read-relation-file.ts"

/** What one line does. `administrationIds` are missing where they stay as they are. */
export type PlannedRelation = {
  told: ImportedRelation
  id: string
  name: string
  address: string
  administrationIds: string[] | undefined
}

export type ImportCounts = Record<ImportedRelation["outcome"], number>

type Known = { id: string; name: string; places: NamedAdministration[] }

const Name = line(200)

/**
 * What importing these lines does, in three queries however many there are. Known relations are held, so that nobody changes them
 * between the plan and its writing.
 */
export async function planImport(tx: Transaction, lines: readonly RelationLine[]): Promise<PlannedRelation[]> {
  const { id, name } = administrations
  const read = administrationReader(await tx.select({ id, name }).from(administrations))
  const parsed = lines.map(one => ({ line: one, checked: check(one, read(one.administrations)) }))
  const known = await knownRelations(tx)
  const seen = new Map<string, number>()
  return parsed.map(({ line, checked }) => {
    const earlier = seen.get(checked.address)
    if (earlier !== undefined) checked.refusals.push(`The same address stands on line ${earlier}.`)
    if (checked.refusals.length === 0) seen.set(checked.address, line.line)
    return plan(line, checked, known.get(checked.address))
  })
}

export function countOutcomes(planned: readonly PlannedRelation[]): ImportCounts {
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { told } of planned) counts[told.outcome]++
  return counts
}

type Checked = { name: string; address: string; places: ReadAdministrations; refusals: string[] }

function check(one: RelationLine, places: ReadAdministrations): Checked {
  const name = Name.safeParse(one.name)
  const address = Address.safeParse(one.address)
  const refusals = [
    ...(name.success ? [] : [`Name: ${name.error.issues[0]?.message}`]),
    ...(address.success ? [] : [`Email address: ${one.address ? address.error.issues[0]?.message : "Fill this in."}`]),
    ...places.unknown.map(unknown => `There is no administration called “${unknown}”.`),
    ...(one.surplus ? ["This line has more cells than there are headings. Put the administrations in one cell."] : []),
  ]
  return { name: name.data ?? one.name, address: address.data ?? one.address, places, refusals }
}

/** All of the organisation, by address: asking for those of thousands of lines takes longer. */
async function knownRelations(tx: Transaction): Promise<Map<string, Known>> {
  const { id, name, address } = relations
  const rows = await tx.select({ id, name, address }).from(relations).orderBy(id).for("update")
  const places = await placesOf(tx)
  return new Map(rows.map(row => [row.address, { ...row, places: places.get(row.id) ?? [] }]))
}

function plan(line: RelationLine, checked: Checked, known: Known | undefined): PlannedRelation {
  const { name, address, places, refusals } = checked
  const base = { line: line.line, name, address, administrations: places.written }
  // Cells are read on one line with single spaces; what differs in nothing else stays as it is.
  const keepsName = known?.name.replace(/\s+/g, " ") === name
  const keepsPlaces = known !== undefined && places.named.length === 0
  const planned = {
    id: known?.id ?? newId(),
    name: keepsName && known ? known.name : name,
    address,
    administrationIds: keepsPlaces ? undefined : places.named.map(place => place.id),
  }
  const told = (outcome: ImportedRelation["outcome"], details: string[]): PlannedRelation => ({
    ...planned,
    told: { ...base, outcome, detail: details.join(" ") || null },
  })
  if (refusals.length > 0) return told("refused", refusals)
  if (!known)
    return told("new", places.named.length > 0 ? [] : ["Not available anywhere: the file names no administrations."])
  const changes = [...(keepsName ? [] : [`The name was “${known.name}”.`]), ...placeChanges(known.places, places.named)]
  const stays = keepsPlaces && known.places.length > 0 ? [`It stays available in ${namesOf(known.places)}.`] : []
  return changes.length > 0 ? told("changed", [...changes, ...stays]) : told("unchanged", stays)
}

/** No administrations in the file change nothing. */
function placeChanges(before: NamedAdministration[], after: NamedAdministration[]): string[] {
  if (after.length === 0) return []
  const without = (all: NamedAdministration[], these: NamedAdministration[]) =>
    all.filter(one => !these.some(other => other.id === one.id))
  const [added, removed] = [without(after, before), without(before, after)]
  return [
    ...(added.length > 0 ? [`Becomes available in ${namesOf(added)}.`] : []),
    ...(removed.length > 0 ? [`Is no longer available in ${namesOf(removed)}.`] : []),
  ]
}

function namesOf(places: NamedAdministration[]): string {
  return places.map(place => place.name).join(", ")
}
