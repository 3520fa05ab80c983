import type { ImportField } from "./imports.ts"

/**
 * The documented headings: what a column of that name holds, an example, and the other headings that are taken for it, the surest first.
 * Headings are compared without case, accents, spaces and punctuation.
 */
export const importHeadings: Record<ImportField, { holds: string; example: string; also: string }> = {
  customerNumber: {
    holds: "The customer's number, unique in the administration; needed",
    example: "10482",
    also: "Customer no, Customer nr, Customer code, Customer id, Debtor number, Debtor no, Account number, Debiteurnummer, Debiteurnr, Debiteurcode, Klantnummer, Klantnr, Klantcode, Relatienummer, Relatiecode, Kundennummer, Kundennr, Kunden-Nr., Debitorennummer, Debitorennr, Numéro client, N° client, No client, Code client, Compte client, Customer, Debtor, Debiteur, Kunde, Debitor",
  },
  customerName: {
    holds: "The customer's name; needed where the customer is new",
    example: "Jansen & Zonen Aannemers B.V.",
    also: "Company, Company name, Debtor name, Account name, Klantnaam, Debiteurnaam, Naam debiteur, Bedrijf, Bedrijfsnaam, Relatienaam, Kundenname, Debitorenname, Nom du client, Nom client, Raison sociale, Société, Name, Naam, Nom, Klant, Client, Firma, Relatie, Customer, Debtor, Debiteur, Kunde, Debitor",
  },
  language: {
    holds: "nl, en, de or fr",
    example: "nl",
    also: "Lang, Taal, Taalcode, Sprache, Langue",
  },
  contactName: {
    holds: "Who is written to at the customer",
    example: "Peter Jansen",
    also: "Contact person, Attention, Attn, Contactpersoon, Naam contactpersoon, T.a.v., Ansprechpartner, Kontaktperson, Interlocuteur, Personne de contact, Nom du contact",
  },
  salutation: {
    holds: "How a message begins after “Dear”",
    example: "Mr Jansen",
    also: "Aanhef, Anrede, Civilité",
  },
  emailAddress: {
    holds: "The general e-mail address",
    example: "info@jansen.example",
    also: "E-mail, Mail, E-mail address, Customer email, Emailadres, E-mailadres, Mailadres, E-Mail-Adresse, Mailadresse, Adresse e-mail, Courriel, Adresse électronique, Mél",
  },
  street: {
    holds: "Street and house number",
    example: "Havenweg 12",
    also: "Address, Address line 1, Adres, Straat, Adresregel 1, Straße, Strasse, Adresse, Anschrift, Rue",
  },
  postcode: {
    holds: "Postcode",
    example: "8011 AB",
    also: "Postal code, Zip, Zip code, Post code, PLZ, Postleitzahl, Code postal, CP",
  },
  city: {
    holds: "Town",
    example: "Zwolle",
    also: "Town, Place, Plaats, Woonplaats, Stad, Ort, Stadt, Ville, Localité",
  },
  country: {
    holds: "Country, two letters (ISO 3166-1)",
    example: "NL",
    also: "Country code, Land, Landcode, Ländercode, Pays, Code pays",
  },
  invoiceNumber: {
    holds: "The invoice's number, unique in the administration",
    example: "VF-2026-04183",
    also: "Invoice, Invoice no, Invoice nr, Invoice id, Document number, Document no, Reference, Factuur, Factuurnummer, Factuurnr, Boekstuk, Boekstuknummer, Documentnummer, Rechnung, Rechnungsnummer, Rechnungsnr, Rechnungs-Nr., Belegnummer, Belegnr, Facture, Numéro de facture, N° facture, No facture, Numéro facture, N° de facture",
  },
  amount: {
    holds: "The invoice's whole amount; negative for a credit note",
    example: "12480.50",
    also: "Invoice amount, Total amount, Gross amount, Bedrag, Factuurbedrag, Totaalbedrag, Bedrag incl. btw, Betrag, Rechnungsbetrag, Gesamtbetrag, Bruttobetrag, Montant, Montant TTC, Montant facture, Total TTC, Total, Totaal",
  },
  openAmount: {
    holds: "What is still open; needed where the invoice is new and no amount is given",
    example: "12480.50",
    also: "Outstanding, Outstanding amount, Amount due, Balance due, Remaining, Openstaand, Openstaand bedrag, Open bedrag, Openstaand saldo, Restbedrag, Te betalen, Offen, Offener Betrag, Offener Posten, Restbetrag, Offener Saldo, Montant dû, Montant ouvert, Reste dû, Reste à payer, Restant dû, Saldo, Solde, Balance, Open",
  },
  currency: {
    holds: "ISO 4217 code; EUR unless given",
    example: "EUR",
    also: "Currency code, Valuta, Valutacode, Munt, Währung, Devise, Monnaie",
  },
  invoiceDate: {
    holds: "The invoice's date",
    example: "2026-09-17",
    also: "Document date, Invoice date, Factuurdatum, Boekdatum, Rechnungsdatum, Belegdatum, Date de facture, Date facture, Date de la facture, Date, Datum",
  },
  dueDate: {
    holds: "The day it is due; needed where the invoice is new",
    example: "2026-10-17",
    also: "Due, Due on, Payment due, Maturity date, Vervaldatum, Vervaldag, Verval, Betaaldatum uiterlijk, Fälligkeit, Fälligkeitsdatum, Fällig am, Fällig, Échéance, Date d'échéance, Date échéance",
  },
  state: {
    holds: "open, paid or closed; left out: open while something is open",
    example: "open",
    also: "Status, Invoice status, Toestand, Statut, État, Zustand",
  },
  externalId: {
    holds: "The invoice's id in the tool whose pages show it",
    example: "8f3c22d1",
    also: "External id, Id, Guid, Uuid, Externe id, Extern nummer, Externe ID, Identifiant, Identifiant externe",
  },
}
