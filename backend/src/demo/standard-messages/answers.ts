import { type DemoStandardMessage, text } from "./texts.ts"

/** What customers ask for, and what they are told. */
export const answers: DemoStandardMessage[] = [
  {
    description: "Copy of the invoice",
    in: ["nl", "be", "rental"],
    invoicePdf: true,
    used: { uses: 342, days: 2 },
    texts: {
      nl: text(
        "Kopie van factuur {{invoice.number}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Bijgaand vindt u de factuur van {{invoice.date}} waar u om vroeg. Het bedrag van {{invoice.amount}} mag voor {{invoice.dueDate}} worden overgemaakt.",
      ),
      en: text(
        "Copy of invoice {{invoice.number}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Attached is the invoice of {{invoice.date}} that you asked for. Its amount of {{invoice.amount}} is due on {{invoice.dueDate}}.",
      ),
      de: text(
        "Kopie der Rechnung {{invoice.number}}",
        "Guten Tag {{contact.name|zusammen}},",
        "Anbei finden Sie die gewünschte Rechnung vom {{invoice.date}} über {{invoice.amount}}, fällig am {{invoice.dueDate}}.",
      ),
      fr: text(
        "Copie de la facture {{invoice.number}}",
        "Bonjour {{contact.salutation|Madame, Monsieur}},",
        "Vous trouverez ci-joint la facture du {{invoice.date}} que vous avez demandée : {{invoice.amount}}, à régler pour le {{invoice.dueDate}}.",
      ),
    },
  },
  {
    description: "Payment plan confirmed",
    in: ["nl"],
    used: { uses: 27, days: 9 },
    texts: {
      nl: text(
        "Uw betalingsregeling voor {{case.number}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Wij gaan akkoord met betaling van {{case.openAmount}} in drie gelijke termijnen. De eerste verwachten wij binnen een week.",
      ),
      en: text(
        "Your payment plan for {{case.number}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "We agree to payment of {{case.openAmount}} in three equal instalments. We expect the first within a week.",
      ),
    },
  },
  {
    description: "Payment received, thank you",
    in: ["nl", "rental"],
    texts: {
      nl: text(
        "Betaling van factuur {{invoice.number}} ontvangen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Wij hebben uw betaling van factuur {{invoice.number}} ontvangen. Hartelijk dank.",
      ),
      en: text(
        "Payment of invoice {{invoice.number}} received",
        "Dear {{contact.salutation|Sir or Madam}},",
        "We have received your payment of invoice {{invoice.number}}. Thank you.",
      ),
    },
  },
  {
    description: "Part of the amount received",
    in: ["nl"],
    texts: {
      nl: text(
        null,
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Dank voor uw betaling. Van factuur {{invoice.number}} ({{invoice.amount}}) staat nog {{invoice.openAmount}} open. Kunt u het restant deze week overmaken?",
      ),
      en: text(
        null,
        "Dear {{contact.salutation|Sir or Madam}},",
        "Thank you for your payment. Of invoice {{invoice.number}} ({{invoice.amount}}), {{invoice.openAmount}} is still open. Could you pay the rest this week?",
      ),
    },
  },
  {
    description: "Your question is being looked into",
    in: ["nl", "be"],
    texts: {
      nl: text(
        null,
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Wij hebben uw vraag over {{case.number}} ontvangen en zoeken haar uit. Binnen drie werkdagen hoort u van ons; tot die tijd vragen wij u niet om betaling.",
      ),
      en: text(
        null,
        "Dear {{contact.salutation|Sir or Madam}},",
        "We have your question about {{case.number}} and are looking into it. You will hear from us within three working days; until then we do not ask you to pay.",
      ),
      fr: text(
        null,
        "Bonjour {{contact.salutation|Madame, Monsieur}},",
        "Nous avons bien reçu votre question au sujet de {{case.number}} et l’examinons. Vous aurez de nos nouvelles sous trois jours ouvrables ; d’ici là, aucun paiement ne vous est demandé.",
      ),
    },
  },
  {
    description: "Payment details",
    in: ["nl"],
    paymentDetails: true,
    texts: {
      nl: text(
        "Onze betaalgegevens",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Bijgaand vindt u onze betaalgegevens. Vermeld bij uw betaling klantnummer {{customer.number}} en {{case.number}}.",
      ),
      en: text(
        "Our payment details",
        "Dear {{contact.salutation|Sir or Madam}},",
        "Attached are our payment details. Please name customer number {{customer.number}} and {{case.number}} with your payment.",
      ),
    },
  },
  {
    description: "New contact person",
    in: ["nl", "be", "rental"],
    texts: {
      nl: text(
        "Nieuwe contactpersoon",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Vanaf nu ben ik uw contactpersoon voor vragen over facturen. U bereikt mij op {{user.email}}, of door op dit bericht te reageren.",
      ),
      en: text(
        "New contact person",
        "Dear {{contact.salutation|Sir or Madam}},",
        "From now on I am your contact for questions about invoices. You reach me at {{user.email}}, or by replying to this message.",
      ),
      de: text(
        "Neue Ansprechperson",
        "Guten Tag {{contact.name|zusammen}},",
        "Ab sofort bin ich Ihre Ansprechperson für Fragen zu Rechnungen. Sie erreichen mich unter {{user.email}} oder indem Sie auf diese Nachricht antworten.",
      ),
      fr: text(
        "Nouvelle personne de contact",
        "Bonjour {{contact.salutation|Madame, Monsieur}},",
        "Je suis désormais votre contact pour toute question sur vos factures. Vous pouvez me joindre à {{user.email}} ou en répondant à ce message.",
      ),
    },
  },
  {
    description: "Which address for invoices?",
    in: ["nl"],
    texts: {
      nl: text(
        "Uw adres voor facturen",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Wij sturen uw facturen nu naar {{contact.address|uw postadres}}. Klopt dat adres nog, en post mag naar {{customer.street|uw vestiging}} in {{customer.city|uw plaats}}?",
      ),
      en: text(
        "Your address for invoices",
        "Dear {{contact.salutation|Sir or Madam}},",
        "We send your invoices to {{contact.address|your postal address}} now. Is that address still right, and may post go to {{customer.street|your office}} in {{customer.city|your town}}?",
      ),
    },
  },
  {
    description: "Balance at the end of the year",
    in: ["nl"],
    bcc: ["kuiper"],
    texts: {
      nl: text(
        "Saldobevestiging {{customer.name}}",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Voor onze jaarrekening vragen wij u te bevestigen dat er {{openInvoices.total}} openstaat:",
        "{{openInvoices.table}}",
      ),
      en: text(
        "Confirmation of balance, {{customer.name}}",
        "Dear {{contact.salutation|Sir or Madam}},",
        "For our annual accounts we ask you to confirm that {{openInvoices.total}} is open:",
        "{{openInvoices.table}}",
      ),
    },
  },
  {
    description: "Closed during the building holidays",
    in: ["nl"],
    archived: true,
    texts: {
      nl: text(
        "Wij zijn gesloten tijdens de bouwvak",
        "Beste {{contact.salutation|heer, mevrouw}},",
        "Tijdens de bouwvak zijn wij gesloten. Vragen over facturen beantwoorden wij daarna.",
      ),
    },
  },
]
