import { sql } from "drizzle-orm"
import { rowsOf, type Transaction } from "../../../database.ts"

export type KnownContact = {
  id: string
  name: string
  salutation: string | null
  address: string | null
  purpose: string
  language: string | null
  importedAddress: string | null
  correctedBy: string | null
  /** ISO 8601 with any offset, as Postgres writes JSON. */
  correctedAt: string | null
  position: number
}

/** A customer as it stands, with what belongs to it. */
export type KnownCustomer = {
  id: string
  number: string
  name: string
  language: string | null
  street: string | null
  postcode: string | null
  city: string | null
  country: string | null
  standingCc: string[]
  standingBcc: string[]
  doNotMessage: string | null
  externalIds: string[]
  contacts: KnownContact[]
}

/** The customers of an administration with these numbers, in one query. */
export async function knownCustomers(
  tx: Transaction,
  administrationId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownCustomer>> {
  const rows = rowsOf<KnownCustomer>(
    await tx.execute(sql`
      select c.id::text as id, c.number, c.name, c.language, c.street, c.postcode, c.city, c.country,
        to_json(c.standing_cc) as "standingCc", to_json(c.standing_bcc) as "standingBcc",
        c.do_not_message as "doNotMessage",
        coalesce((select json_agg(x.value order by x.value) from external_ids x
          where x.case_kind = 'customer' and x.case_id = c.id), '[]') as "externalIds",
        coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'salutation', p.salutation,
            'address', p.address, 'purpose', p.purpose, 'language', p.language, 'importedAddress', p.imported_address,
            'correctedBy', p.corrected_by, 'correctedAt', p.corrected_at, 'position', p.position)
            order by p.position, p.id)
          from contacts p where p.customer_id = c.id), '[]') as contacts
      from customers c
      where c.administration_id = ${administrationId}
        and c.number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))`),
  )
  return new Map(rows.map(row => [row.number, row]))
}
