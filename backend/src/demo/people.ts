import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { relationAdministrations, relations } from "../relations/tables.ts"
import { signatures } from "../signatures/tables.ts"
import type { DemoPlace } from "./place.ts"

/** Who can be copied in, and where; Wouda Advocaten nowhere, as the trap of the seed goes. */
const listed: { key: string; name: string; address: string; administrations: ("nl" | "be" | "rental")[] }[] = [
  {
    key: "smit",
    name: "Smit & Hoekstra Bailiffs",
    address: "dossiers@smithoekstra.example",
    administrations: ["nl", "be"],
  },
  {
    key: "kuiper",
    name: "Kuiper Accountants",
    address: "debiteuren@kuiperacc.example",
    administrations: ["nl", "be", "rental"],
  },
  { key: "els", name: "Els Kok, Dispatch", address: "e.kok@vdmbouw.example", administrations: ["nl", "be", "rental"] },
  { key: "groot", name: "De Groot Tax Advice", address: "post@degroottax.example", administrations: ["nl"] },
  { key: "marc", name: "Marc Leclercq, Huissier", address: "marc@leclercq.example", administrations: ["be"] },
  { key: "tom", name: "Tom Visser, Sales", address: "t.visser@vdmbouw.example", administrations: ["nl"] },
  {
    key: "verzekering",
    name: "Verzekeringsbureau Delta",
    address: "schade@vbdelta.example",
    administrations: ["rental", "be"],
  },
  { key: "vlasman", name: "Vlasman Kredietverzekering", address: "limieten@vlasman.example", administrations: ["nl"] },
  { key: "wouda", name: "Wouda Advocaten", address: "hanna@wouda.example", administrations: [] },
  { key: "zuidema", name: "Zuidema Logistiek", address: "planning@zuidema.example", administrations: ["rental"] },
]

/** Writes relations and signatures. @returns relations by key */
export async function addPeople(
  tx: Transaction,
  place: DemoPlace,
): Promise<Map<string, { id: string; name: string; address: string }>> {
  const { organisationId, administrations } = place
  const byKey = new Map(
    listed.map(relation => [relation.key, { id: newId(), name: relation.name, address: relation.address }]),
  )
  await tx.insert(relations).values([...byKey.values()].map(relation => ({ ...relation, organisationId })))
  await tx.insert(relationAdministrations).values(
    listed.flatMap(relation =>
      relation.administrations.map(key => ({
        organisationId,
        relationId: byKey.get(relation.key)?.id ?? "",
        administrationId: administrations[key].id,
      })),
    ),
  )
  await tx.insert(signatures).values([
    {
      organisationId,
      userId: place.users.sanne.id,
      html: "<p>Kind regards,<br>Sanne de Wit<br>Credit management, 030 555 01 42</p>",
    },
    {
      organisationId,
      administrationId: administrations.nl.id,
      html: "<p>Met vriendelijke groet,<br>Debiteurenbeheer Van der Meer Bouwmaterialen</p>",
    },
    {
      organisationId,
      administrationId: administrations.be.id,
      html: "<p>Met vriendelijke groet,<br>VDM België, debiteuren</p>",
    },
  ])
  return byKey
}
