import { parseToolAddress } from "@casepost/shared/tool-addresses"
import { newId } from "../columns.ts"
import type { Transaction } from "../database.ts"
import { toolSightings, tools } from "../tools/tables.ts"
import type { DemoPlace } from "./place.ts"

type Found = { invoice?: number; customer?: number; none?: number }
type DemoTool = Omit<typeof tools.$inferInsert, "organisationId"> & {
  /** What was seen within a week, and how many days ago it ended. */
  weeks?: { week: Found; endsAgo: number; days?: number }[]
}

/** Writes the tools that staff of the demo organisation work in: the two of this server, and three that only stand in the list. */
export async function addTools(tx: Transaction, place: DemoPlace, publicUrl: string): Promise<void> {
  const { organisationId, now } = place
  const listed = [...ofThisServer(place, publicUrl), ...elsewhere(place)]
  await tx.insert(tools).values(
    listed.map(({ weeks: _, ...tool }) => ({
      organisationId,
      switchedBy: place.users.admin.name,
      switchedAt: place.calendar.at(-34, "10:12"),
      createdAt: place.calendar.at(-34, "10:12"),
      updatedAt: place.calendar.at(-34, "10:12"),
      ...tool,
    })),
  )
  const seen = listed.flatMap(({ id: toolId = "", weeks = [] }) =>
    weeks.flatMap(week =>
      daysOf(place, week).map(one => ({ organisationId, toolId, ...one, day: dayOf(now, one.ago) })),
    ),
  )
  await tx.insert(toolSightings).values(seen.map(({ ago: _, ...row }) => row))
}

function ofThisServer(place: DemoPlace, publicUrl: string): DemoTool[] {
  const usual = { invoice: 156, customer: 61, none: 24 }
  return [
    {
      id: newId(),
      name: "Grootboek Online",
      address: addressOf(`${publicUrl}/demo`),
      numberPatterns: [
        "VF-####-#####",
        "BE-####-#####",
        "VH-####-#####",
        "M-####-####",
        "MB-####-####",
        "MV-####-####",
      ],
      pages: ["/customers/{id}", "/app/customers/{id}"].map(path => ({
        shows: "case",
        path,
        fields: [{ names: "number", kind: "customer", from: "path" }],
      })),
      weeks: [
        { week: { invoice: 148, customer: 64, none: 21 }, endsAgo: 0 },
        ...[7, 14, 21].map(endsAgo => ({ week: usual, endsAgo })),
      ],
    },
    {
      id: newId(),
      name: "Postvak Mail",
      address: addressOf(`${publicUrl}/demo/mail`),
      readsCases: false,
      marksFields: true,
      switchedAt: place.calendar.at(-27, "15:40"),
    },
  ]
}

function elsewhere({ administrations, users, calendar }: DemoPlace): DemoTool[] {
  const fixed = (administrationId: string) => ({ administrationBy: "fixed" as const, administrationId })
  const before = (week: Found) => [7, 14, 21].map(endsAgo => ({ week, endsAgo }))
  return [
    {
      id: newId(),
      name: "Voorraad Plus",
      address: "https://vdm.voorraadplus.example",
      ...fixed(administrations.nl.id),
      numberPatterns: ["VF-####-#####"],
      weeks: [{ week: { invoice: 38, none: 6 }, endsAgo: 0 }, ...before({ invoice: 41, none: 5 })],
    },
    {
      id: newId(),
      name: "Boekhoud België",
      address: "https://boek.belga.example",
      ...fixed(administrations.be.id),
      numberPatterns: ["BE-####-#####"],
      weeks: [{ week: { invoice: 4, none: 57 }, endsAgo: 0, days: 5 }, ...before({ invoice: 74, none: 9 })],
    },
    {
      id: newId(),
      name: "Oude Debiteuren",
      address: "https://intranet.vdmbouw.example",
      ...fixed(administrations.rental.id),
      numberPatterns: ["VH-####-#####"],
      on: false,
      switchedBy: users.lotte.name,
      switchedAt: calendar.at(-20, "16:05"),
      weeks: [{ week: { invoice: 12, none: 8 }, endsAgo: 21 }],
    },
  ]
}

/** A week's pages over its working days. */
function daysOf({ calendar }: DemoPlace, { week, endsAgo, days = 7 }: NonNullable<DemoTool["weeks"]>[number]) {
  const working = Array.from({ length: days }, (_, place) => endsAgo + place).filter(ago => !calendar.isWeekend(-ago))
  return (["invoice", "customer", "none"] as const).flatMap(kind => {
    const all = week[kind] ?? 0
    const upTo = (place: number) => Math.round((all * place) / working.length)
    return working.flatMap((ago, place) => {
      const pages = upTo(place + 1) - upTo(place)
      return pages > 0 ? [{ ago, kind, pages }] : []
    })
  })
}

function dayOf(now: Date, ago: number): string {
  return new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10)
}

function addressOf(typed: string): string {
  const read = parseToolAddress(typed)
  if ("wrong" in read) throw new Error(`The demo's tools cannot be at ${typed}: ${read.wrong}`)
  return read.address
}
