import { describe, expect, it } from "vitest"
import { dueInWords } from "../../../../extension/src/cases/marks/due.ts"
import { moneyInWords, openInWords } from "../../../../extension/src/ui/money.ts"

const open = { state: "open" as const, openInvoices: 2 }

describe("does", () => {
  it("writes money with its sign", () => {
    expect(moneyInWords({ amount: "12480.50", currency: "EUR" })).toBe("€12,480.50")
    expect(moneyInWords({ amount: "-64.00", currency: "GBP" })).toBe("-£64.00")
  })
  it("says how a case stands", () => {
    expect(dueInWords({ ...open, daysOverdue: 37 })).toEqual({ words: "37 days overdue", isOverdue: true })
    expect(dueInWords({ ...open, daysOverdue: 1 }).words).toBe("1 day overdue")
    expect(dueInWords({ ...open, daysOverdue: 0 }).words).toBe("due today")
    expect(dueInWords({ ...open, daysOverdue: -7 }).words).toBe("due in 7 days")
    expect(dueInWords({ ...open, daysOverdue: null }).words).toBe("2 open invoices")
    expect(dueInWords({ ...open, state: "paid", daysOverdue: 3 })).toEqual({ words: "paid", isOverdue: false })
  })
})

describe("protects", () => {
  it("never adds different currencies", () => {
    expect(
      openInWords([
        { amount: "10.00", currency: "EUR" },
        { amount: "5.00", currency: "USD" },
      ]),
    ).toBe("€10.00 + $5.00")
    expect(openInWords([])).toBeUndefined()
  })
  it("loses no cent of an amount that is too large for a floating number", () => {
    expect(moneyInWords({ amount: "9007199254740993.25", currency: "EUR" })).toBe("€9,007,199,254,740,993.25")
  })
})
