import type { Facts } from "@casepost/shared/facts"
import { fillHtml, fillText } from "@casepost/shared/fill-placeholders"
import { formatCount, formatDate, formatMoney } from "@casepost/shared/formats"
import { languages } from "@casepost/shared/organisations"
import { placeholderNames, placeholdersIn, unknownIn } from "@casepost/shared/placeholders"
import { describe, expect, it } from "vitest"

const euro = (amount: string) => ({ amount, currency: "EUR" })
const every: Facts["values"] = {
  "customer.name": { kind: "text", text: "Jansen & Zonen <B.V.>" },
  "customer.number": { kind: "text", text: "10482" },
  "customer.street": { kind: "text", text: "Kade 1" },
  "customer.postcode": { kind: "text", text: "1011 AB" },
  "customer.city": { kind: "text", text: "Amsterdam" },
  "contact.name": { kind: "text", text: "Peter Jansen" },
  "contact.salutation": { kind: "text", text: "Mr Jansen" },
  "contact.address": { kind: "text", text: "info@jansen.example" },
  "case.number": { kind: "text", text: "VF-2026-04183" },
  "case.openAmount": { kind: "money", amounts: [euro("12480.50"), { amount: "20.00", currency: "USD" }] },
  "invoice.number": { kind: "text", text: "VF-2026-04183" },
  "invoice.amount": { kind: "money", amounts: [euro("12480.50")] },
  "invoice.openAmount": { kind: "money", amounts: [euro("12480.50")] },
  "invoice.date": { kind: "date", date: "2026-09-17" },
  "invoice.dueDate": { kind: "date", date: "2026-10-17" },
  "invoice.daysOverdue": { kind: "count", count: 1037 },
  "matter.number": { kind: "text", text: "M-2026-0058" },
  "matter.description": { kind: "text", text: "Third reminder" },
  "matter.openedOn": { kind: "date", date: "2026-11-01" },
  "openInvoices.table": {
    kind: "invoices",
    invoices: [{ number: "VF-1 <b>", date: "2026-09-17", dueDate: "2026-10-17", open: euro("10.00") }],
    more: 3,
  },
  "openInvoices.total": { kind: "money", amounts: [euro("10.00")] },
  "openInvoices.count": { kind: "count", count: 4 },
  "administration.name": { kind: "text", text: "Van der Meer Bouwmaterialen" },
  "administration.replyAddress": { kind: "text", text: "debiteuren@vdm.example" },
  "user.name": { kind: "text", text: "Sanne de Wit" },
  "user.email": { kind: "text", text: "sanne@demo.example" },
  "portal.link": { kind: "portal-link" },
}
const facts = (change: Facts["values"] = {}, language: Facts["language"] = "en"): Facts => ({
  language,
  values: { ...every, ...change },
})
const without = (name: (typeof placeholderNames)[number], language: Facts["language"]): Facts => {
  const { [name]: _, ...values } = every
  return { language, values }
}

describe("fill placeholders", () => {
  describe("does", () => {
    it("writes money, dates and counts as people of each language do", () => {
      for (const language of languages) {
        const { text } = fillText("{{invoice.openAmount}} {{invoice.dueDate}} {{invoice.daysOverdue}}", {
          facts: facts({}, language),
        })
        expect(text).toBe(
          `${formatMoney(euro("12480.50"), language)} ${formatDate("2026-10-17", language)} ${formatCount(1037, language)}`,
        )
      }
      expect(fillText("{{invoice.dueDate}}", { facts: facts({}, "nl") }).text).toBe("17 oktober 2026")
    })
    it("names amounts of each currency and adds none", () => {
      expect(fillText("{{case.openAmount}}", { facts: facts() }).text).toBe("€12,480.50 and $20.00")
    })
    it("takes the fallback where a value is missing, and only there", () => {
      const text = "Dear {{contact.salutation|Sir or Madam}},"
      expect(fillText(text, { facts: facts() }).text).toBe("Dear Mr Jansen,")
      expect(fillText(text, { facts: without("contact.salutation", "en") }).text).toBe("Dear Sir or Madam,")
    })
    it("takes what was filled in by hand before the fact", () => {
      const given = { "contact.salutation": "Ms <De Graaf>" }
      expect(fillHtml("<p>Dear {{contact.salutation}}</p>", { facts: facts(), given }).text).toBe(
        "<p>Dear Ms &lt;De Graaf&gt;</p>",
      )
    })
    it("puts the table between paragraphs, and one line where a table cannot stand", () => {
      const { text } = fillHtml("<p>Open: {{openInvoices.table}}</p><ul><li>{{openInvoices.table}}</li></ul>", {
        facts: facts(),
      })
      expect(text).toContain("<p>Open: </p><table><thead><tr><th>Invoice</th>")
      expect(text).toContain("<td>VF-1 &lt;b&gt;</td><td>17 Sep 2026</td>")
      expect(text).toContain("<li>VF-1 &lt;b&gt; (€10.00), and 3 more</li>")
    })
    it("makes the portal link a link in a text, and words in a subject or within a link", () => {
      expect(fillHtml("<p>{{portal.link}}</p>", { facts: facts() }).text).toBe(
        '<p><a href="casepost:portal">your customer portal</a></p>',
      )
      expect(fillHtml('<p><a href="https://a.example">{{portal.link}}</a></p>', { facts: facts() }).text).toBe(
        '<p><a href="https://a.example">your customer portal</a></p>',
      )
      expect(fillText("{{portal.link}}", { facts: facts() }).text).toBe("your customer portal")
    })
    it("marks what it filled in, for a preview of the very same text", () => {
      const mark = (name: string, value: string | undefined) => `[${name}:${value ?? "?"}]`
      const { "user.name": _, ...values } = every
      const { text, missing } = fillHtml("<p>{{customer.city}} {{user.name}}</p>", {
        facts: { language: "en", values },
        mark,
      })
      expect(text).toBe("<p>[customer.city:Amsterdam] [user.name:?]</p>")
      expect(missing).toEqual(["user.name"])
    })
  })

  describe("refuses", () => {
    it("holds back exactly the texts whose value is missing, for every placeholder in every language", () => {
      for (const language of languages)
        for (const gone of placeholderNames)
          for (const name of placeholderNames) {
            const { missing } = fillHtml(`<p>{{${name}}}</p>`, { facts: without(gone, language) })
            expect(missing, `${name} without ${gone}`).toEqual(name === gone ? [name] : [])
          }
    })
    it("guesses nothing from an empty value", () => {
      const filled = fillText("{{customer.city}}", {
        facts: facts({ "customer.city": { kind: "text", text: " \n " } }),
      })
      expect(filled.missing).toEqual(["customer.city"])
    })
    it("names what stands in braces and is no placeholder, also where formatting cut it in two", () => {
      expect(unknownIn("<p>{{invoice.colour}} {{ }} {{invoice.number}}</p>")).toEqual(["{{invoice.colour}}", "{{ }}"])
      expect(unknownIn("<p>{{<strong>invoice</strong>.number}}</p>")).toEqual(["{{invoice.number}}"])
      expect(unknownIn("<p>{{invoice.number}} { {x} } {{toString}}</p>")).toEqual(["{{toString}}"])
      expect(unknownIn('<a href="https://x.example/{{nope}}">a</a>')).toEqual(["{{nope}}"])
      expect(unknownIn("<p>{{contact.name|<strong>Sir</strong>}}</p>")).toEqual(["{{contact.name|Sir}}"])
      expect(unknownIn("<p>{{user.name}} {{user.<em>name</em>}}</p>")).toEqual(["{{user.name}}"])
      expect(placeholdersIn("{{ user.name | me }}", "<p>{{user.name}}{{customer.city}}</p>")).toEqual([
        "user.name",
        "customer.city",
      ])
    })
  })

  describe("protects", () => {
    it("never reads a value again, so a customer may be called like a placeholder", () => {
      const named = facts({ "customer.name": { kind: "text", text: "{{user.email}} {{portal.link}}" } })
      expect(fillText("{{customer.name}}", { facts: named }).text).toBe("{{user.email}} {{portal.link}}")
      expect(fillHtml("<p>{{customer.name}}</p>", { facts: named }).text).toBe("<p>{{user.email}} {{portal.link}}</p>")
    })
    it("shows HTML in a value as text", () => {
      const named = facts({ "customer.name": { kind: "text", text: `<img src=x onerror="alert(1)">` } })
      expect(fillHtml("<p>{{customer.name}}</p>", { facts: named }).text).toBe(
        "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>",
      )
    })
    it("lets no value break a line or turn the direction of a subject", () => {
      const named = facts({ "customer.name": { kind: "text", text: "A\r\nBcc: x@y.example\u202ezyx\u0000" } })
      expect(fillText("{{customer.name}}", { facts: named }).text).toBe("A Bcc: x@y.examplezyx")
    })
    it("encodes a value within an address", () => {
      const named = facts({ "customer.number": { kind: "text", text: `1"&x=/../` } })
      expect(fillHtml('<p><a href="https://a.example/?n={{customer.number}}">x</a></p>', { facts: named }).text).toBe(
        '<p><a href="https://a.example/?n=1%22%26x%3D%2F..%2F">x</a></p>',
      )
    })
    it("stays quick with a hundred thousand braces", () => {
      expect(fillHtml(`<p>${"{{".repeat(50_000)}</p>`, { facts: facts() }).text).toHaveLength(100_007)
      expect(unknownIn(`<p>${"{{a|".repeat(25_000)}</p>`)).toEqual([])
    })
  })
})
