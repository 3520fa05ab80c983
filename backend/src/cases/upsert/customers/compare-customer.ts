import type { CustomerRow } from "@casepost/shared/case-rows"
import type { KnownContact, KnownCustomer } from "./known-customers.ts"

/** What a source says about a customer; what it leaves out stays as it is. */
export type CustomerChange = Partial<Omit<CustomerRow, "number" | "contacts">> & {
  number: string
  /** Replaces all contacts. */
  contacts?: ContactChange[]
  /** Or changes the general one alone: what a CSV file can say. */
  general?: Partial<Pick<ContactChange, "name" | "salutation" | "address">>
}
export type ContactChange = NonNullable<CustomerRow["contacts"]>[number]

export type ContactPlan = Omit<KnownContact, "id"> & { id: string | null }

/** What would become of a customer. */
export type CustomerPlan = {
  known: KnownCustomer | undefined
  next: Omit<KnownCustomer, "id" | "contacts">
  contacts: ContactPlan[]
  /** In words, such as `email address`; empty: nothing a reader would notice changes. */
  changes: string[]
  /** Corrections made here that stand against what came in. */
  conflicts: { by: string; at: string }[]
}

const plainFields = ["name", "language", "street", "postcode", "city", "country", "doNotMessage"] as const
const listFields = ["standingCc", "standingBcc", "externalIds"] as const
const words = {
  name: "name",
  language: "language",
  street: "street",
  postcode: "postcode",
  city: "city",
  country: "country",
  doNotMessage: "“do not message”",
  standingCc: "standing CC",
  standingBcc: "standing BCC",
  externalIds: "external ids",
}

/** Compares what came in with what stands, without changing anything. The name of a new customer must be given. */
export function compareCustomer(known: KnownCustomer | undefined, change: CustomerChange): CustomerPlan {
  const next = known ? { ...known } : { ...empty, number: change.number, name: change.name ?? "" }
  const changes: string[] = []
  for (const field of plainFields) {
    const given = change[field]
    if (given === undefined || given === next[field]) continue
    Object.assign(next, { [field]: given })
    changes.push(words[field])
  }
  for (const field of listFields) {
    const given = change[field] && [...new Set<string>(change[field])].sort()
    if (!given || given.join("\n") === next[field].toSorted().join("\n")) continue
    next[field] = given
    changes.push(words[field])
  }
  const current = known?.contacts ?? []
  const wanted =
    change.contacts ?? (change.general ? withGeneral(current, { ...change.general, customer: next.name }) : undefined)
  const { contacts, conflicts, changed } = wanted ? compareContacts(current, wanted) : unchanged(current)
  return { known, next, contacts, conflicts, changes: changed ? [...changes, changed] : changes }
}

const empty = {
  language: null,
  street: null,
  postcode: null,
  city: null,
  country: null,
  doNotMessage: null,
  standingCc: [] as string[],
  standingBcc: [] as string[],
  externalIds: [] as string[],
}

function unchanged(contacts: ContactPlan[]) {
  return { contacts, conflicts: [], changed: undefined }
}

/** The contacts as the source knows them, with its word about the general one. */
function withGeneral(
  current: readonly KnownContact[],
  { customer, ...given }: NonNullable<CustomerChange["general"]> & { customer: string },
): ContactChange[] {
  const imported = current.map(contact => ({
    ...contact,
    address: contact.correctedBy ? contact.importedAddress : contact.address,
  }))
  const general = imported.find(contact => contact.purpose === "general")
  const others = imported.filter(contact => contact !== general)
  const base = general ?? { name: customer, salutation: null, address: null, language: null }
  return [{ ...base, ...given, purpose: "general" }, ...others] as ContactChange[]
}

function compareContacts(current: readonly KnownContact[], wanted: readonly ContactChange[]) {
  const left = [...current]
  const conflicts: CustomerPlan["conflicts"] = []
  let changed: string | undefined
  const contacts = wanted.map((given, position): ContactPlan => {
    const match = left.findIndex(
      one => one.purpose === given.purpose && (given.purpose === "general" || one.name === given.name),
    )
    const [before] = match < 0 ? [] : left.splice(match, 1)
    const { plan, conflict } = compareContact(before, { ...given, position })
    if (conflict) conflicts.push(conflict)
    if (!before || before.address !== plan.address) changed = "email address"
    else if (before.name !== plan.name || before.salutation !== plan.salutation || before.language !== plan.language)
      changed ??= "contact"
    return plan
  })
  // Somebody here recorded an address for which the source has no contact at all: that is no change of the source's own value.
  const kept = left.filter(contact => contact.correctedBy && contact.importedAddress === null)
  if (left.length > kept.length) changed ??= "contact"
  return { contacts: [...contacts, ...kept], conflicts, changed }
}

/** A correction made here stands until the source's own value changes; then the source wins and the correction ends. */
function compareContact(before: KnownContact | undefined, given: ContactChange & { position: number }) {
  const imported = given.address ?? null
  const plan: ContactPlan = {
    id: before?.id ?? null,
    name: given.name,
    salutation: given.salutation === undefined ? (before?.salutation ?? null) : given.salutation,
    language: given.language === undefined ? (before?.language ?? null) : given.language,
    purpose: given.purpose,
    position: given.position,
    address: imported,
    importedAddress: imported,
    correctedBy: null,
    correctedAt: null,
  }
  if (!before?.correctedBy || before.importedAddress !== imported) return { plan, conflict: undefined }
  const { address, correctedBy, correctedAt } = before
  const conflict = imported !== null && imported !== address ? { by: correctedBy, at: correctedAt ?? "" } : undefined
  return { plan: { ...plan, address, correctedBy, correctedAt }, conflict }
}
