import { hashPassword } from "better-auth/crypto"
import { sql } from "drizzle-orm"
import { accounts, administrationRights, memberships, users } from "../access/tables.ts"
import { attachments } from "../attachments/tables.ts"
import { invoices } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { conversations, entries } from "../entries/tables.ts"
import { attempts, messages, readMarks, recipients } from "../messages/tables.ts"
import { noteForwards, noteRecipients, notes, reminders } from "../notes/tables.ts"
import { administrations, organisations } from "../organisations/tables.ts"
import { hash } from "../secrets.ts"
import { addTools } from "./add-tools.ts"
import { calendarOf } from "./calendar.ts"
import { chanceFrom } from "./chance.ts"
import type { DemoCustomer, DemoInvoice } from "./customer-rows.ts"
import { addCustomers } from "./customers.ts"
import { inChunks } from "./in-chunks.ts"
import type { DemoFiles } from "./known-stories.ts"
import { makePdf } from "./pdf.ts"
import { addPeople } from "./people.ts"
import { photo } from "./photo.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { addStandardMessages } from "./standard-messages/add-standard-messages.ts"
import { tellStories } from "./stories.ts"
import type { DemoFile, ThreadRows } from "./thread-rows.ts"

/** The password of the demo's three sign-ins. */
export const demoPassword = "casepost-demo"
export const demoSignIns = [
  { email: "admin@demo.example", right: "administrator" },
  { email: "sanne@demo.example", right: "standard" },
  { email: "rick@demo.example", right: "restricted" },
] as const

/** Loads the demo organisation once, in one transaction. @returns whether it was loaded now; false: there is an organisation already */
export async function loadDemo(house: House): Promise<boolean> {
  const db = house.database.owner
  const present = await db.select({ id: organisations.id }).from(organisations).limit(1)
  if (present.length > 0) return false
  const now = house.now()
  const place = makePlace(now)
  const files: { key: string; bytes: Uint8Array }[] = []
  await db.transaction(async tx => {
    await addOrganisation(tx, place)
    const relations = await addPeople(tx, place)
    await addTools(tx, place, house.config.publicUrl)
    const customers = await addCustomers(tx, place)
    const rows: ThreadRows = {
      messages: [],
      attempts: [],
      recipients: [],
      readMarks: [],
      entries: [],
      conversations: new Map(),
      notes: [],
      noteForwards: [],
      noteRecipients: [],
      reminders: [],
      attachments: [],
    }
    const demoFiles = await makeFiles(tx, { place, customers, files })
    await addStandardMessages(tx, place, { relations, paymentDetails: demoFiles.paymentDetails })
    tellStories(rows, place, { customers, relations, files: demoFiles })
    await writeThreads(tx, rows)
    await indexAll(tx, place.organisationId)
  })
  for (const file of files) await house.files.put(file.key, file.bytes)
  return true
}

function makePlace(now: Date): DemoPlace {
  const administration = (name: string, senderName: string, domain: string) => ({
    id: newId(),
    name,
    senderName,
    senderAddress: `debiteuren@${domain}`,
    replyAddress: `antwoord@${domain}`,
  })
  const user = (name: string, email: string): DemoUser => ({ id: newId(), name, email })
  return {
    organisationId: newId(),
    administrations: {
      nl: administration("VDM Bouwmaterialen NL", "Van der Meer Bouwmaterialen", "vdmbouw.example"),
      be: administration("VDM België", "Van der Meer België", "vdmbelgie.example"),
      rental: administration("VDM Verhuur", "Van der Meer Verhuur", "vdmverhuur.example"),
    },
    users: {
      admin: user("Demo Admin", "admin@demo.example"),
      sanne: user("Sanne de Wit", "sanne@demo.example"),
      rick: user("Rick Bos", "rick@demo.example"),
      joost: user("Joost Bakker", "j.bakker@vdmbouw.example"),
      lotte: user("Lotte Vermeulen", "l.vermeulen@vdmbouw.example"),
    },
    calendar: calendarOf(now),
    chance: chanceFrom(20261123),
    now,
  }
}

async function addOrganisation(tx: Transaction, place: DemoPlace): Promise<void> {
  const { organisationId } = place
  await tx.insert(organisations).values({ id: organisationId, name: "Van der Meer Groep", demo: true })
  const brands = { nl: "#17594A", be: "#7A2E3A", rental: "#1F4E79" }
  for (const key of ["nl", "be", "rental"] as const)
    await tx.insert(administrations).values({
      organisationId,
      ...place.administrations[key],
      legalName: `${place.administrations[key].senderName} B.V.`,
      brandColour: brands[key],
      timeZone: key === "be" ? "Europe/Brussels" : "Europe/Amsterdam",
      dataAsOf: place.calendar.at(0, "06:12"),
    })
  const password = await hashPassword(demoPassword)
  const rights = {
    admin: "administrator",
    sanne: "standard",
    rick: "restricted",
    joost: "standard",
    lotte: "standard",
  } as const
  for (const key of ["admin", "sanne", "rick", "joost", "lotte"] as const) {
    const user = place.users[key]
    await tx.insert(users).values({ ...user, emailVerified: true })
    await tx
      .insert(memberships)
      .values({ organisationId, userId: user.id, organisationRight: key === "lotte" ? "none" : rights[key] })
    if (demoSignIns.some(signIn => signIn.email === user.email))
      await tx.insert(accounts).values({ userId: user.id, accountId: user.id, providerId: "credential", password })
  }
  // Lotte works for one administration only: rights can be given there.
  const [lotte] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(sql`${memberships.userId} = ${place.users.lotte.id}`)
  if (lotte)
    await tx.insert(administrationRights).values({
      organisationId,
      membershipId: lotte.id,
      administrationId: place.administrations.nl.id,
      held: rights.lotte,
    })
}

async function makeFiles(
  tx: Transaction,
  of: { place: DemoPlace; customers: DemoCustomer[]; files: { key: string; bytes: Uint8Array }[] },
): Promise<DemoFiles & { paymentDetails: DemoFile }> {
  const { place, customers, files } = of
  const keep = (name: string, contentType: string, bytes: Uint8Array): DemoFile => {
    const sha256 = hash(bytes)
    const fileKey = `${place.organisationId}/${sha256}`
    files.push({ key: fileKey, bytes })
    return { name, contentType, size: bytes.byteLength, sha256, fileKey }
  }
  const pdfs = new Map<string, DemoFile>()
  const rows: (typeof attachments.$inferInsert)[] = []
  for (const customer of customers) {
    for (const invoice of customer.invoices.filter(one => customer.known || hasPdf(one))) {
      const pdf = makePdf(`Invoice ${invoice.number}`, [
        `${place.administrations[customer.where].senderName} B.V.`,
        "",
        `Customer ${customer.number}  ${customer.name}`,
        `Amount due: EUR ${invoice.amount}`,
        `To be paid before ${place.calendar.date(invoice.due)}`,
      ])
      const file = keep(`${invoice.number}.pdf`, "application/pdf", pdf)
      pdfs.set(invoice.number, file)
      rows.push({
        organisationId: place.organisationId,
        ownerKind: "invoice",
        ownerId: invoice.id,
        claimedAt: place.now,
        ...file,
      })
    }
  }
  await inChunks(rows, chunk => tx.insert(attachments).values(chunk))
  const withPdf = rows.map(row => row.ownerId)
  await tx
    .update(invoices)
    .set({ hasPdf: true })
    .where(sql`${invoices.id} = any(${sql.param(`{${withPdf.join(",")}}`)}::uuid[])`)
  const deliveryNote = keep(
    "Delivery-note.pdf",
    "application/pdf",
    makePdf("Delivery note", [
      "Delivered 12 September, signed by R. Jansen",
      "480 x Kalkzandsteen lijmblok 437x100x198",
    ]),
  )
  const first = [...pdfs.values()][0] ?? deliveryNote
  const paymentDetails = keep(
    "Payment-details.pdf",
    "application/pdf",
    makePdf("Payment details", [
      "Van der Meer Bouwmaterialen B.V.",
      "",
      "Account: NL20 DEMO 0123 4567 89, in the name of Van der Meer Bouwmaterialen",
      "Please name your customer number and the invoice's number.",
    ]),
  )
  return {
    paymentDetails,
    invoicePdf: number => pdfs.get(number) ?? first,
    deliveryNote,
    photo: keep("IMG_2214.jpg", "image/jpeg", photo()),
  }
}

/** What is open, but for those that never got their file: so that a missing one can be seen. */
function hasPdf({ open, number }: DemoInvoice): boolean {
  return open && !number.endsWith("7")
}

async function writeThreads(tx: Transaction, rows: ThreadRows): Promise<void> {
  await inChunks(rows.messages, chunk => tx.insert(messages).values(chunk))
  await inChunks(rows.attempts, chunk => tx.insert(attempts).values(chunk))
  await inChunks(rows.recipients, chunk => tx.insert(recipients).values(chunk))
  await inChunks(rows.readMarks, chunk => tx.insert(readMarks).values(chunk))
  await inChunks(rows.notes, chunk => tx.insert(notes).values(chunk))
  await inChunks(rows.noteForwards, chunk => tx.insert(noteForwards).values(chunk))
  await inChunks(rows.noteRecipients, chunk => tx.insert(noteRecipients).values(chunk))
  await inChunks(rows.reminders, chunk => tx.insert(reminders).values(chunk))
  await inChunks(rows.attachments, chunk => tx.insert(attachments).values(chunk))
  await inChunks(rows.entries, chunk => tx.insert(entries).values(chunk))
  await inChunks([...rows.conversations.values()], chunk => tx.insert(conversations).values(chunk))
}

async function indexAll(tx: Transaction, organisationId: string): Promise<void> {
  await tx.execute(sql`select set_config('casepost.organisation', ${organisationId}, true)`)
  await tx.execute(sql`select casepost_index_cases('customer'::text, array(select id from customers))`)
  await tx.execute(sql`select casepost_index_cases('matter'::text, array(select id from matters))`)
  await tx.execute(sql`select casepost_index_cases('invoice'::text, array(select id from invoices))`)
  await tx.execute(sql`select casepost_index_message(id) from messages`)
  await tx.execute(
    sql`select casepost_refresh_case_rows(array(select id from customers union all select id from matters union all select id from invoices))`,
  )
}
