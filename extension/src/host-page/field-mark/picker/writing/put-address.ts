import type { MailField } from "../../mail-field"
import { asToken } from "./as-token"
import { inLine } from "./in-line"
import { inList } from "./in-list"

export type Person = { name: string; address: string }

/** How kinds of fields take an address, each asked "is this field mine?" in this order. */
const adapters = [inLine, asToken, inList]

/** Writes an address into a field that has the focus, the way that field expects it. What stands there stays; the rest is the page's. */
export async function putAddress(field: MailField, person: Person): Promise<void> {
  await adapters.find(adapter => adapter.isMine(field))?.write(field, person)
}
