import { type DemoStandardMessage, text } from "./texts.ts"

/** What is written while an invoice or a matter is open. */
export const reminders: DemoStandardMessage[] = [
  {
    description: "Second reminder, friendly",
    in: ["nl", "be"],
    cc: ["smit"],
    invoicePdf: true,
    paymentDetails: true,
    used: { uses: 214, days: 1 },
    texts: {
      nl: text(
        "Factuur {{invoice.number}} staat nog open",
        "Beste {{contact.salutation}},",
        "Factuur {{invoice.number}} van {{invoice.openAmount}} had op {{invoice.dueDate}} betaald moeten zijn en is volgens onze administratie nog niet voldaan.",
        "Wanneer kunnen wij uw betaling verwachten? Is er iets onduidelijk aan de factuur, reageer dan op dit bericht, dan zoek ik het met u uit. U kunt ook antwoorden in {{portal.link}}.",
      ),
      en: text(
        "Invoice {{invoice.number}} is still open",
        "Dear {{contact.salutation}},",
        "Invoice {{invoice.number}} of {{invoice.openAmount}} was due on {{invoice.dueDate}} and, according to our records, has not been paid yet.",
        "When can we expect your payment? If anything about the invoice is unclear, just reply to this message and I will look into it with you. You can also answer in {{portal.link}}.",
      ),
    },
  },
  {
    description: "First reminder",
    in: ["nl", "be", "rental"],
    invoicePdf: true,
    used: { uses: 530, days: 6 },
    texts: {
      nl: text(
        "Even checken: factuur {{invoice.number}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Misschien is het u ontgaan: factuur {{invoice.number}} van {{invoice.openAmount}} had op {{invoice.dueDate}} betaald moeten zijn. Wilt u het bedrag deze week overmaken?",
      ),
      en: text(
        "Just checking: invoice {{invoice.number}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "It may have escaped your notice: invoice {{invoice.number}} of {{invoice.openAmount}} was due on {{invoice.dueDate}}. Could you pay it this week?",
      ),
      de: text(
        "Kurze Nachfrage: Rechnung {{invoice.number}}",
        "Guten Tag {{contact.name|zusammen}},",
        "Vielleicht ist es Ihnen entgangen: Rechnung {{invoice.number}} über {{invoice.openAmount}} war am {{invoice.dueDate}} fällig. Könnten Sie den Betrag in dieser Woche überweisen?",
      ),
    },
  },
  {
    description: "Reminder before handing over",
    in: ["nl"],
    used: { uses: 61, days: 3 },
    texts: {
      nl: text(
        "Laten we dit samen regelen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Factuur {{invoice.number}} staat al {{invoice.daysOverdue}} dagen over de vervaldatum open. Zonder bericht van u dragen wij de vordering van {{invoice.openAmount}} volgende week over. Dat willen we graag voorkomen: antwoord op dit bericht, dan zoeken we samen een oplossing.",
      ),
      en: text(
        "Let us arrange this together",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Invoice {{invoice.number}} is now {{invoice.daysOverdue}} days overdue. Without an answer from you we will hand over the claim of {{invoice.openAmount}} next week. We would rather not: answer this message and we will find a solution together.",
      ),
    },
  },
  {
    description: "Reminder after a promise to pay",
    in: ["nl"],
    texts: {
      nl: text(
        "U zou {{invoice.openAmount}} betalen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "U heeft ons laten weten dat u factuur {{invoice.number}} zou betalen. Wij hebben {{invoice.openAmount}} nog niet ontvangen. Is er iets tussengekomen?",
      ),
    },
  },
  {
    description: "Reminder, credit note open",
    in: ["nl"],
    invoicePdf: true,
    texts: {
      nl: text(
        "Uw creditnota {{invoice.number}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Creditnota {{invoice.number}} is nog niet verrekend. Met welke factuur mogen wij haar verrekenen?",
      ),
      en: text(
        "Your credit note {{invoice.number}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Credit note {{invoice.number}} has not been settled yet. With which invoice may we settle it?",
      ),
    },
  },
  {
    description: "Statement of open invoices",
    in: ["nl", "be", "rental"],
    used: { uses: 88, days: 12 },
    texts: {
      nl: text(
        "Overzicht van uw openstaande facturen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Bij {{administration.name}} staan {{openInvoices.count}} facturen open, samen {{openInvoices.total}}:",
        "{{openInvoices.table}}",
        "Klopt er iets niet, laat het ons weten. Alle facturen vindt u in {{portal.link}}.",
      ),
      en: text(
        "Your open invoices",
        "Dear {{contact.salutation|Sir or Madam}},",
        "You have {{openInvoices.count}} open invoices with {{administration.name}}, {{openInvoices.total}} together:",
        "{{openInvoices.table}}",
        "If something is not right, let us know. You find all invoices in {{portal.link}}.",
      ),
      de: text(
        "Ihre offenen Rechnungen",
        "Guten Tag {{contact.name|zusammen}},",
        "Bei {{administration.name}} sind {{openInvoices.count}} Rechnungen offen, zusammen {{openInvoices.total}}:",
        "{{openInvoices.table}}",
        "Stimmt etwas nicht, geben Sie uns bitte Bescheid. Alle Rechnungen finden Sie in {{portal.link}}.",
      ),
      fr: text(
        "Vos factures en attente",
        "Bonjour {{contact.salutation|Madame, Monsieur}},",
        "{{openInvoices.count}} factures sont en attente auprès de {{administration.name}}, soit {{openInvoices.total}} au total :",
        "{{openInvoices.table}}",
        "Si quelque chose vous semble inexact, dites-le-nous. Toutes vos factures se trouvent dans {{portal.link}}.",
      ),
    },
  },
  {
    description: "Deliveries stopped until payment",
    in: ["nl"],
    cc: ["els"],
    bcc: ["tom"],
    texts: {
      nl: text(
        "Wij leveren voorlopig niet aan {{customer.name}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Omdat factuur {{invoice.number}} van {{invoice.openAmount}} niet is betaald, leveren wij nieuwe bestellingen pas uit als de betaling binnen is.",
      ),
      en: text(
        "Deliveries to {{customer.name}} are on hold",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Because invoice {{invoice.number}} of {{invoice.openAmount}} has not been paid, we deliver new orders once the payment is here.",
      ),
    },
  },
  {
    description: "Matter opened, copy to the bailiff",
    in: ["nl", "be"],
    cc: ["smit"],
    used: { uses: 19, days: 20 },
    texts: {
      nl: text(
        "Dossier {{matter.number}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Omdat wij geen betaling ontvingen, hebben wij op {{matter.openedOn}} uw openstaande facturen samengebracht in dossier {{matter.number}} ({{matter.description|incasso}}). Er staat {{case.openAmount}} open. Neem contact met ons op om verdere stappen te voorkomen.",
      ),
      en: text(
        "Case {{matter.number}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "As we have not received a payment, we brought your open invoices together in case {{matter.number}} ({{matter.description|collection}}) on {{matter.openedOn}}. {{case.openAmount}} is open. Contact us to avoid further steps.",
      ),
      fr: text(
        "Dossier {{matter.number}}",
        "Bonjour {{contact.salutation|Madame, Monsieur}},",
        "N’ayant reçu aucun paiement, nous avons réuni vos factures le {{matter.openedOn}} dans le dossier {{matter.number}}. Il reste {{case.openAmount}} à payer. Contactez-nous pour éviter d’autres démarches.",
      ),
    },
  },
  {
    description: "Handed over to the bailiff",
    in: ["nl"],
    cc: ["smit"],
    bcc: ["kuiper"],
    texts: {
      nl: text(
        "Dossier {{matter.number}} is overgedragen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Dossier {{matter.number}} is overgedragen aan onze gerechtsdeurwaarder, die een kopie van dit bericht ontvangt. Betaalt u {{case.openAmount}} binnen vijf dagen, dan stopt de behandeling.",
      ),
      en: text(
        "Case {{matter.number}} was handed over",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Case {{matter.number}} was handed over to our bailiff, who gets a copy of this message. If you pay {{case.openAmount}} within five days, the case is closed.",
      ),
    },
  },
]
