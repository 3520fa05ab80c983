import { addNote } from "./add-note.ts"
import { addOutgoing } from "./add-outgoing.ts"
import { addReply } from "./add-reply.ts"
import type { DemoCase, DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace, DemoUser } from "./place.ts"
import { textOf } from "./story-text.ts"
import type { Story } from "./texts.ts"
import type { DemoFile, ThreadRows } from "./thread-rows.ts"

export type DemoRelations = Map<string, { id: string; name: string; address: string }>
export type DemoFiles = { invoicePdf: (number: string) => DemoFile; deliveryNote: DemoFile; photo: DemoFile }

/** The timeline of the pictures: VF-2026-04183. */
export function tellJansen(
  rows: ThreadRows,
  place: DemoPlace,
  of: { customers: DemoCustomer[]; relations: DemoRelations; files: DemoFiles },
): void {
  const customer = find(of.customers, "10482")
  const invoice = invoiceOf(customer, "VF-2026-04183")
  const { calendar, users } = place
  const relation = (key: string) => {
    const { id: relationId, name, address } = of.relations.get(key) ?? { id: "", name: "", address: "" }
    return { relationId, name, address }
  }
  addOutgoing(rows, place, {
    customer,
    about: customer,
    by: users.sanne,
    at: calendar.at(-20, "10:05"),
    state: "opened",
    ...textOf(place, customer, { story: "newContact", about: customer }),
  })
  addOutgoing(rows, place, {
    customer,
    about: invoice,
    by: users.lotte,
    at: calendar.at(-21, "08:30"),
    state: "opened",
    openedAt: calendar.at(-21, "08:52"),
    files: [of.files.invoicePdf(invoice.number)],
    ...textOf(place, customer, { story: "firstReminder", invoice }),
  })
  addOutgoing(rows, place, {
    customer,
    about: invoice,
    by: users.sanne,
    at: calendar.at(-11, "09:14"),
    state: "opened",
    openedAt: calendar.at(-11, "10:31"),
    files: [of.files.invoicePdf(invoice.number)],
    copies: [
      { role: "cc", ...relation("smit"), name: "Smit & Hoekstra", state: "delivered" },
      { role: "bcc", ...relation("els"), state: "bounced", reason: "e.kok@vdmbouw.example does not exist." },
    ],
    ...textOf(place, customer, { story: "secondReminder", invoice }),
  })
  addNote(rows, place, {
    customer,
    about: invoice,
    by: users.joost,
    at: calendar.at(-3, "16:20"),
    text: "By phone: he names a date before the end of the month.",
    forward: { to: relation("kuiper"), at: calendar.at(-3, "16:24") },
  })
  addReply(rows, place, {
    customer,
    about: invoice,
    at: calendar.at(0, "13:48"),
    text: "We still miss the delivery note. If you send it, I can approve the invoice this week.",
    unread: true,
    files: [of.files.photo],
  })
}

/** Notes beside the conversations: one that waits for its reminder, one that was done. */
export function tellNotes(
  rows: ThreadRows,
  place: DemoPlace,
  of: { customers: DemoCustomer[]; relations: DemoRelations },
): void {
  const { calendar, users } = place
  const colleague = ({ id: userId, name, email: address }: DemoUser) => ({ userId, name, address })
  const { id: relationId, name, address } = of.relations.get("vlasman") ?? { id: "", name: "", address: "" }
  const mill = find(of.customers, "10233")
  addNote(rows, place, {
    customer: mill,
    about: invoiceOf(mill, "VF-2026-04219"),
    by: users.sanne,
    at: calendar.at(-1, "15:40"),
    text: "@Joost Bakker asks for three instalments. Call on the day the first one is due.",
    mentions: [users.joost],
    to: [colleague(users.joost), { relationId, name, address }],
    reminder: { to: colleague(users.sanne), at: calendar.coming(7, "09:00") },
  })
  const plan = find(of.customers, "10127")
  addNote(rows, place, {
    customer: plan,
    about: plan.matters[0] ?? plan,
    by: users.sanne,
    at: calendar.at(-6, "11:10"),
    text: "Ask whether the agreement is signed before the weekend.",
    reminder: { to: colleague(users.sanne), at: calendar.at(-4, "09:00") },
    doneAt: calendar.at(-3, "12:10"),
  })
}

export function tellKnown(rows: ThreadRows, place: DemoPlace, of: { customers: DemoCustomer[] }): void {
  const { calendar, users } = place
  const said = (
    number: string,
    about: (customer: DemoCustomer) => DemoCase,
    story: Story,
    day: number,
    state: "delivered" | "opened" | "bounced",
  ) => {
    const customer = find(of.customers, number)
    const subject = about(customer)
    const invoice = customer.invoices.find(other => other.id === subject.id)
    addOutgoing(rows, place, {
      customer,
      about: subject,
      by: users.sanne,
      at: calendar.at(day, "09:20"),
      state,
      ...textOf(place, customer, invoice ? { story, invoice } : { story, about: subject }),
    })
  }
  const replied = (
    number: string,
    about: (customer: DemoCustomer) => DemoCase,
    day: number,
    time: string,
    text: string,
  ) => {
    const customer = find(of.customers, number)
    addReply(rows, place, { customer, about: about(customer), at: calendar.at(day, time), text, unread: true })
  }
  const invoice = (number: string) => (customer: DemoCustomer) => invoiceOf(customer, number)
  const matter = (customer: DemoCustomer) => customer.matters[0] ?? customer
  said("10233", invoice("VF-2026-04219"), "firstReminder", -4, "opened")
  replied(
    "10233",
    invoice("VF-2026-04219"),
    0,
    "12:05",
    "Could we split it into three? The mill has raised its prices again and the month is thin.",
  )
  said("10219", invoice("VF-2026-03977"), "secondReminder", -7, "bounced")
  said("10061", matter, "matterOpened", -9, "opened")
  replied("10061", matter, 0, "10:12", "The bailiff was here. I would rather pay you directly.")
  said("10377", customer => customer, "deliveryNote", 0, "opened")
  said("10377", invoice("VF-2026-04161"), "firstReminder", -14, "delivered")
  said("10391", invoice("VF-2026-04102"), "firstReminder", -5, "opened")
  replied("10391", invoice("VF-2026-04102"), -3, "17:22", "Please put PO 7741 on it, then it will be paid on Friday.")
  said("10304", invoice("VF-2026-04055"), "firstReminder", -3, "delivered")
  said("10127", matter, "paymentPlan", -6, "opened")
  replied("10127", matter, -3, "11:57", "Thank you, the agreement is signed.")
  said("10390", invoice("VF-2026-03890"), "secondReminder", -12, "opened")
}

function find(customers: DemoCustomer[], number: string): DemoCustomer {
  const customer = customers.find(other => other.number === number)
  if (!customer) throw new Error(`The demo has no customer ${number}.`)
  return customer
}

function invoiceOf(customer: DemoCustomer, number: string) {
  const invoice = customer.invoices.find(other => other.number === number)
  if (!invoice) throw new Error(`The demo has no invoice ${number}.`)
  return invoice
}
