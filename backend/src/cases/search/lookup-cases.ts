import { normaliseAddress } from "@casepost/shared/addresses"
import type { CaseKind, CaseSummary, deeds } from "@casepost/shared/cases"
import type { DeedInput } from "@casepost/shared/contract"
import { sql } from "drizzle-orm"
import { visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { rowsOf } from "../../database.ts"
import { describeCases } from "../describe-cases.ts"

type Found = { found: string; kind: CaseKind; id: string }

const most = 500

/**
 * Which cases the numbers, external ids and addresses found on a page belong to, within the actor's administrations. Numbers match in any
 * case and punctuation (`vf 2026/04183`), external ids as they are, addresses in any case. A case found by several texts comes once, by the first.
 * Where an administration is named, only its cases; where that is none of the actor's, nothing.
 */
export async function lookupCases(
  context: Context,
  texts: DeedInput<typeof deeds.lookupCases>["body"],
): Promise<{ cases: (CaseSummary & { found: string })[] }> {
  const visible = sql`${`{${placesOf(context, texts.administrationId).join(",")}}`}::text::uuid[]`
  const addresses = JSON.stringify(
    texts.addresses.map(withoutNul).map(found => ({ found, address: normaliseAddress(found) })),
  )
  return context.transaction(async tx => {
    const found = rowsOf<Found>(
      await tx.execute(sql`
        select found, case_kind as kind, case_id::text as id
        from casepost_lookup_cases(${asArray(texts.numbers)}, ${visible}, ${most})
        union all
        select x.value, x.case_kind, x.case_id::text from external_ids x
        where x.organisation_id = casepost_organisation() and x.value = any (${asArray(texts.externalIds)})
          and x.administration_id = any (${visible})
        union all
        select a.found, 'customer', c.id::text from jsonb_to_recordset(${addresses}::text::jsonb) a (found text, address text)
        join contacts p on p.organisation_id = casepost_organisation() and p.address = a.address
        join customers c on c.id = p.customer_id and c.administration_id = any (${visible})
        limit ${most}`),
    )
    const first = new Map<string, Found>()
    for (const one of found) if (!first.has(one.id)) first.set(one.id, one)
    const refs = [...first.values()].map(({ kind, id }) => ({ kind, id }))
    const cases = await describeCases(tx, refs, context.now())
    return { cases: cases.map(summary => ({ ...summary, found: first.get(summary.ref.id)?.found ?? "" })) }
  })
}

function placesOf(context: Context, administrationId: string | undefined): string[] {
  return visibleAdministrations(context).filter(id => administrationId === undefined || id === administrationId)
}

/** Postgres knows no NUL in text. */
const withoutNul = (text: string) => text.replaceAll("\0", "")

/** As one JSON parameter, which both engines read alike whatever the texts hold. */
function asArray(texts: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts.map(withoutNul))}::text::jsonb))`
}
