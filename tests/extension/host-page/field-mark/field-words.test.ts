import { describe, expect, test } from "vitest"
import { labelSays, nameSays } from "../../../../extension/src/host-page/field-mark/field-words"

describe("does", () => {
  test.each([
    "CC",
    "Bcc:",
    "Ontvangers",
    "Empfänger",
    "Destinataires",
    "Copie à",
    "Kopie an",
    "Send to",
    "To recipients",
  ])("knows recipients by the label %s", label => expect(labelSays(label, true)).toBe(true))
  test.each(["To", "Aan:", "An", "À *"])("takes %s only beside a text that is written", label =>
    expect(labelSays(label, true)).toBe("to"),
  )
  test.each(["E-mail address", "E-mailadres", "Adresse électronique", "name@company.example"])(
    "knows a field for an address by %s, but no text or line that is edited",
    label => {
      expect(labelSays(label, false)).toBe(true)
      expect(labelSays(label, true)).toBeUndefined()
    },
  )
  test.each([
    "_to",
    "compose_to",
    "field-To",
    "messageCc",
    "bcc[]",
    "sendtocc",
    "recipients",
    "partner_email",
    "update_email",
    "emailAddress",
    "invoice-mail-address",
  ])("knows addresses by the name %s", name => expect(nameSays(name)).toBe(true))
})

describe("refuses", () => {
  test.each(["Search e-mail", "Zoek in e-mail", "E-mail subject", "Onderwerp van de e-mail", "E-mail text", "Betreff"])(
    "the label %s",
    label => expect(labelSays(label, false)).toBe(false),
  )
  test.each([
    "cc-number",
    "ccExp",
    "recipient_phone",
    "email_subject",
    "search_email",
    "mail_server",
    "email_password",
  ])("the name %s", name => expect(nameSays(name)).toBe(false))
  test.each(["ship_to_name", "date_to", "jump-to-page", "total", "customer", "address"])(
    "to say anything of the name %s",
    name => expect(nameSays(name) ?? false).toBe(false),
  )
})
