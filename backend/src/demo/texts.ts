import type { Language } from "@casepost/shared/organisations"

/** What the demo's staff and customers write. `{name}`, `{number}`, `{amount}`, `{date}` are filled when the demo is loaded. */
type Text = { subject: string; paragraphs: string[] }
export type Story = "firstReminder" | "secondReminder" | "deliveryNote" | "paymentPlan" | "newContact" | "matterOpened"

export const written: Record<Language, Record<Story, Text>> = {
  nl: {
    firstReminder: {
      subject: "Herinnering factuur {number}",
      paragraphs: [
        "Beste {name},",
        "Factuur {number} van {amount} had op {date} betaald moeten zijn. Misschien is het u ontgaan. Wilt u het bedrag deze week overmaken?",
      ],
    },
    secondReminder: {
      subject: "Factuur {number} staat nog open",
      paragraphs: [
        "Beste {name},",
        "Ondanks onze eerdere herinnering staat factuur {number} van {amount} nog open. Wanneer kunnen wij uw betaling verwachten?",
        "Is er iets onduidelijk aan de factuur, laat het dan gerust weten.",
      ],
    },
    deliveryNote: {
      subject: "Afleverbon bij {number}",
      paragraphs: [
        "Beste {name},",
        "Bijgaand vindt u de afleverbon waar u om vroeg. Kunt u de factuur deze week goedkeuren?",
      ],
    },
    paymentPlan: {
      subject: "Uw betalingsregeling voor {number}",
      paragraphs: [
        "Beste {name},",
        "Wij gaan akkoord met betaling in drie termijnen. De eerste verwachten wij op {date}.",
      ],
    },
    newContact: {
      subject: "Nieuwe contactpersoon",
      paragraphs: [
        "Beste {name},",
        "Vanaf nu ben ik uw contactpersoon voor vragen over facturen. U kunt direct op dit bericht reageren.",
      ],
    },
    matterOpened: {
      subject: "Dossier {number}",
      paragraphs: [
        "Beste {name},",
        "Omdat wij geen betaling ontvingen, hebben wij uw openstaande facturen samengebracht in dossier {number}. Neem contact met ons op om verdere stappen te voorkomen.",
      ],
    },
  },
  en: {
    firstReminder: {
      subject: "First payment reminder",
      paragraphs: [
        "Dear {name},",
        "Invoice {number} of {amount} was due on {date}. It may have escaped your notice. Could you pay it this week?",
      ],
    },
    secondReminder: {
      subject: "Invoice {number} is still open",
      paragraphs: [
        "Dear {name},",
        "Invoice {number} of {amount} was due on {date} and, according to our records, has not been paid yet.",
        "When can we expect your payment? If anything about the invoice is unclear, just reply and I will look into it with you.",
      ],
    },
    deliveryNote: {
      subject: "Delivery note for {number}",
      paragraphs: [
        "Dear {name},",
        "Attached is the delivery note you asked for. Could you approve the invoice this week?",
      ],
    },
    paymentPlan: {
      subject: "Payment plan",
      paragraphs: ["Dear {name},", "We agree to payment in three instalments. We expect the first on {date}."],
    },
    newContact: {
      subject: "New contact person",
      paragraphs: [
        "Dear {name},",
        "From now on I am your contact for questions about invoices. You can reply to this message directly.",
      ],
    },
    matterOpened: {
      subject: "Matter {number}",
      paragraphs: [
        "Dear {name},",
        "As we received no payment, your open invoices are now together in matter {number}. Please get in touch to prevent further steps.",
      ],
    },
  },
  de: {
    firstReminder: {
      subject: "Zahlungserinnerung zur Rechnung {number}",
      paragraphs: [
        "Guten Tag {name},",
        "die Rechnung {number} über {amount} war am {date} fällig. Vielleicht ist sie Ihnen entgangen. Könnten Sie den Betrag diese Woche überweisen?",
      ],
    },
    secondReminder: {
      subject: "Rechnung {number} ist noch offen",
      paragraphs: [
        "Guten Tag {name},",
        "trotz unserer Erinnerung ist die Rechnung {number} über {amount} noch offen. Wann dürfen wir mit Ihrer Zahlung rechnen?",
      ],
    },
    deliveryNote: {
      subject: "Lieferschein zu {number}",
      paragraphs: [
        "Guten Tag {name},",
        "anbei finden Sie den gewünschten Lieferschein. Könnten Sie die Rechnung diese Woche freigeben?",
      ],
    },
    paymentPlan: {
      subject: "Ihre Ratenzahlung zu {number}",
      paragraphs: ["Guten Tag {name},", "wir sind mit drei Raten einverstanden. Die erste erwarten wir am {date}."],
    },
    newContact: {
      subject: "Neue Ansprechpartnerin",
      paragraphs: [
        "Guten Tag {name},",
        "ab sofort bin ich Ihre Ansprechpartnerin für Fragen zu Rechnungen. Sie können direkt antworten.",
      ],
    },
    matterOpened: {
      subject: "Vorgang {number}",
      paragraphs: [
        "Guten Tag {name},",
        "da keine Zahlung einging, haben wir Ihre offenen Rechnungen im Vorgang {number} zusammengefasst. Bitte melden Sie sich bei uns.",
      ],
    },
  },
  fr: {
    firstReminder: {
      subject: "Rappel de la facture {number}",
      paragraphs: [
        "Bonjour {name},",
        "La facture {number} de {amount} était à payer le {date}. Elle vous a peut-être échappé. Pourriez-vous la régler cette semaine ?",
      ],
    },
    secondReminder: {
      subject: "La facture {number} reste ouverte",
      paragraphs: [
        "Bonjour {name},",
        "Malgré notre rappel, la facture {number} de {amount} reste ouverte. Quand pouvons-nous attendre votre paiement ?",
      ],
    },
    deliveryNote: {
      subject: "Bon de livraison de {number}",
      paragraphs: [
        "Bonjour {name},",
        "Veuillez trouver ci-joint le bon de livraison demandé. Pourriez-vous approuver la facture cette semaine ?",
      ],
    },
    paymentPlan: {
      subject: "Votre plan de paiement",
      paragraphs: [
        "Bonjour {name},",
        "Nous acceptons un paiement en trois fois. Nous attendons le premier versement le {date}.",
      ],
    },
    newContact: {
      subject: "Nouvelle personne de contact",
      paragraphs: [
        "Bonjour {name},",
        "Je suis désormais votre contact pour vos factures. Vous pouvez répondre directement à ce message.",
      ],
    },
    matterOpened: {
      subject: "Dossier {number}",
      paragraphs: [
        "Bonjour {name},",
        "Sans paiement de votre part, vos factures ouvertes sont réunies dans le dossier {number}. Merci de nous contacter.",
      ],
    },
  },
}

export const answered: Record<Language, string[]> = {
  nl: [
    "De factuur is vorige week betaald, kunt u het nakijken?",
    "Wij missen de afleverbon nog. Als u die stuurt, keur ik de factuur deze week goed.",
    "Kunnen we het in drie termijnen betalen?",
    "Op de factuur staat het verkeerde inkoopnummer. Graag een nieuwe.",
    "Onze administratie betaalt vrijdag.",
    "De helft van de levering was beschadigd. Daar is over gebeld.",
  ],
  en: [
    "We paid last week, could you check?",
    "We still miss the delivery note. If you send it, I can approve the invoice this week.",
    "Could we split it into three?",
    "Please put our PO number on it, then it will be paid on Friday.",
    "Our accounts department pays on Friday.",
    "Half of the delivery was damaged. We called about it.",
  ],
  de: [
    "Wir haben letzte Woche bezahlt, können Sie das prüfen?",
    "Uns fehlt noch der Lieferschein.",
    "Können wir in drei Raten zahlen?",
    "Unsere Buchhaltung zahlt am Freitag.",
  ],
  fr: [
    "Nous avons payé la semaine dernière, pouvez-vous vérifier ?",
    "Il nous manque encore le bon de livraison.",
    "Pouvons-nous payer en trois fois ?",
    "Notre comptabilité paie vendredi.",
  ],
}

export const noted = [
  "By phone: he names a date before the end of the month.",
  "Called twice, no answer. Try the yard on Thursday.",
  "Ask Dispatch for the signed delivery note first.",
  "Pays late but always pays. No bailiff without asking Lotte.",
  "Bookkeeper is new since October, be patient.",
  "Credit note is on its way, wait until it is booked.",
]
