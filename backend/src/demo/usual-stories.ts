import { addNote } from "./add-note.ts"
import { addOutgoing } from "./add-outgoing.ts"
import { addReply } from "./add-reply.ts"
import type { DemoCustomer } from "./customer-rows.ts"
import type { DemoPlace } from "./place.ts"
import { textOf } from "./story-text.ts"
import { answered, noted, type Story } from "./texts.ts"
import type { ThreadRows } from "./thread-rows.ts"

/** A first reminder some nine days after the due date, a second a fortnight later, sometimes an answer or a note. */
export function tellUsual(rows: ThreadRows, place: DemoPlace, customer: DemoCustomer): void {
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

function workday(place: DemoPlace, day: number): number {
  let shifted = day
  while (place.calendar.isWeekend(shifted)) shifted -= 1
  return shifted
}

function clock(place: DemoPlace, from: number, to: number): string {
  return `${String(place.chance.whole(from, to)).padStart(2, "0")}:${String(place.chance.whole(0, 59)).padStart(2, "0")}`
}
