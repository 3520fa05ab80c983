import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import type { Context, House } from "@casepost/backend/context"
import { openDatabase } from "@casepost/backend/database"
import { openFileStore } from "@casepost/backend/files"
import type { CaseRef } from "@casepost/shared/cases"
import postgres from "postgres"
import { makeAdministration, makeUser, makeWorld } from "../support/make.ts"
import { fillDatabase } from "./fill-database.ts"

/** A house with so many messages, seen by an administrator of the organisation and by somebody of a neighbour's. */
export type BenchHouse = {
  house: House
  url: string
  size: number
  user: Context
  busyCustomer: CaseRef
  busyInvoice: CaseRef & { number: string }
}

/** Makes a database on the server at `server` and fills it. */
export async function openBenchHouse(server: string, size: number): Promise<BenchHouse> {
  const { owner, ...opened } = await openHouse(server, `bench_${size}`)
  await fillDatabase(opened.url, owner, size)
  return { ...opened, size, ...(await findBusy(opened.url)) }
}

type Opened = Pick<BenchHouse, "house" | "url" | "user"> & {
  owner: { organisationId: string; administrationIds: string[]; userId: string }
}

/** A house on an empty database of this name, with an organisation of three administrations. */
export async function openHouse(server: string, name: string): Promise<Opened> {
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const url = `${server}/${name}`
  const database = await openDatabase({ url })
  const config = readConfig({ CASEPOST_DATA: mkdtempSync(join(tmpdir(), "casepost-bench-")), CASEPOST_DEMO: "off" })
  const house: House = {
    config,
    database,
    files: openFileStore(config),
    now: () => new Date(),
    queueMail: async () => {},
    wakeDelivery: () => {},
    log: () => {},
  }
  const { organisationId, administrationId } = await makeWorld(house, "Bench")
  const administrationIds = [administrationId]
  for (const other of ["BE", "rental"])
    administrationIds.push(await makeAdministration(house, organisationId, { name: other }))
  const user = await makeUser(house, organisationId, { right: "administrator" })
  if (user.actor.kind !== "user") throw new Error("A user was made.")
  return { house, url, user, owner: { organisationId, administrationIds, userId: user.actor.userId } }
}

async function findBusy(url: string): Promise<Pick<BenchHouse, "busyCustomer" | "busyInvoice">> {
  const sql = postgres(url, { max: 1 })
  const [customer] = await sql<{ id: string }[]>`select id from bench_cases where n = 1`
  const [invoice] = await sql<{ id: string; number: string }[]>`
    select case_id as id, number from bench_messages where kind = 'invoice' group by 1, 2 order by count(*) desc limit 1`
  await sql.end()
  if (!customer || !invoice) throw new Error("Nothing was filled in.")
  return {
    busyCustomer: { kind: "customer", id: customer.id },
    busyInvoice: { kind: "invoice", ...invoice },
  }
}
