import { formatDate, formatMoney } from "@casepost/shared/formats"
import type { DemoCase, DemoCustomer } from "./customers.ts"
import type { DemoPlace } from "./place.ts"
import { answered, noted, type Story, written } from "./texts.ts"
import { addNote, addOutgoing, addReply, type DemoFile, type ThreadRows } from "./thread.ts"

type Relations = Map<string, { id: string; name: string; address: string }>
export type DemoFiles = { invoicePdf: (number: string) => DemoFile; deliveryNote: DemoFile; photo: DemoFile }

/** Weeks of work: the conversations of the pictures, and what happened with everybody else. */
export function tellStories(
  rows: ThreadRows,
  place: DemoPlace,
  of: { customers: DemoCustomer[]; relations: Relations; files: DemoFiles },
): void {
  for (const customer of of.customers) if (!customer.known) tellUsual(rows, place, customer)
  tellJansen(rows, place, of)
  tellKnown(rows, place, of)
}

/** A first reminder some nine days after the due date, a second a fortnight later, sometimes an answer or a note. */
function tellUsual(rows: ThreadRows, place: DemoPlace, customer: DemoCustomer): void {
  const { chance, users } = place
  const staff = [users.sanne, users.sanne, users.lotte, users.joost]
  for (const invoice of customer.invoices) {
    if (!invoice.open || invoice.due > -10 || invoice.amount.startsWith("-") || !chance.happens(0.8)) continue
    const reminders: { story: Story; day: number }[] = [
      { story: "firstReminder", day: workday(place, invoice.due + chance.whole(8, 12)) },
    ]
    const second = workday(place, invoice.due + chance.whole(22, 28))
    if (second < 0) reminders.push({ story: "secondReminder", day: second })
    for (const { story, day } of reminders) {
      if (day >= 0) continue
      const replies = chance.happens(0.16)
      const opened = replies || chance.happens(0.45)
      const at = place.calendar.at(day, clock(place, 8, 16))
      const by = chance.pick(staff)
      const state = opened ? "opened" : chance.happens(0.03) ? "bounced" : "delivered"
      addOutgoing(rows, place, {
        customer,
        about: invoice,
        by,
        at,
        state,
        ...textOf(place, customer, { story, invoice }),
      })
      if (!replies || state !== "opened") continue
      const answerDay = workday(place, Math.min(day + chance.whole(0, 3), 0))
      const answeredAt = place.calendar.at(Math.min(answerDay, 0), clock(place, 16, 18))
      if (answeredAt <= at) continue
      const text = chance.pick(answered[customer.language])
      addReply(rows, place, { customer, about: invoice, at: answeredAt, text, unread: false, readBy: by })
      if (answerDay < -1 && chance.happens(0.5)) {
        const answer: Story = chance.happens(0.6) ? "deliveryNote" : "paymentPlan"
        const told = textOf(place, customer, { story: answer, invoice })
        addOutgoing(rows, place, {
          customer,
          about: invoice,
          by,
          at: place.calendar.at(answerDay + 1, clock(place, 9, 12)),
          state: "delivered",
          ...told,
        })
      }
    }
    if (chance.happens(0.12))
      addNote(rows, place, {
        customer,
        about: invoice,
        by: chance.pick(staff),
        at: place.calendar.at(workday(place, chance.whole(-20, -2)), clock(place, 9, 17)),
        text: chance.pick(noted),
      })
  }
  for (const matter of customer.matters) {
    const at = place.calendar.at(workday(place, chance.whole(-25, -6)), clock(place, 9, 12))
    addOutgoing(rows, place, {
      customer,
      about: matter,
      by: users.lotte,
      at,
      state: "delivered",
      ...textOf(place, customer, { story: "matterOpened", about: matter }),
    })
  }
  if (chance.happens(0.1)) {
    const at = place.calendar.at(workday(place, chance.whole(-30, -12)), clock(place, 10, 12))
    addOutgoing(rows, place, {
      customer,
      about: customer,
      by: users.sanne,
      at,
      state: chance.happens(0.5) ? "opened" : "delivered",
      ...textOf(place, customer, { story: "newContact", about: customer }),
    })
  }
}

/** The timeline of the pictures: VF-2026-04183. */
function tellJansen(
  rows: ThreadRows,
  place: DemoPlace,
  of: { customers: DemoCustomer[]; relations: Relations; files: DemoFiles },
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
    forward: { ...relation("kuiper"), at: calendar.at(-3, "16:24") },
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

function tellKnown(rows: ThreadRows, place: DemoPlace, of: { customers: DemoCustomer[] }): void {
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

function textOf(
  place: DemoPlace,
  customer: DemoCustomer,
  of: { story: Story; invoice?: DemoCustomer["invoices"][number]; about?: DemoCase },
) {
  const text = written[customer.language][of.story]
  const values: Record<string, string> = {
    "{name}": customer.contact?.salutation ?? customer.name,
    "{number}": (of.invoice ?? of.about)?.number ?? "",
    "{amount}": of.invoice ? formatMoney({ amount: of.invoice.amount, currency: "EUR" }, customer.language) : "",
    "{date}": formatDate(
      place.calendar.date(of.story === "paymentPlan" ? 7 : (of.invoice?.due ?? 0)),
      customer.language,
    ),
  }
  const fill = (line: string) => line.replace(/\{\w+\}/g, found => values[found] ?? found)
  return { subject: fill(text.subject), paragraphs: text.paragraphs.map(fill) }
}

function workday(place: DemoPlace, day: number): number {
  let shifted = day
  while (place.calendar.isWeekend(shifted)) shifted -= 1
  return shifted
}

function clock(place: DemoPlace, from: number, to: number): string {
  return `${String(place.chance.whole(from, to)).padStart(2, "0")}:${String(place.chance.whole(0, 59)).padStart(2, "0")}`
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
