import type { Language } from "@casepost/shared/organisations"

/** The words around somebody's text in an e-mail. What stands in them is put in as text, never as HTML. */
export type EmailWords = {
  reply: string
  copyTo: (names: string) => string
  /** Files that are not in the mail. */
  inPortal: (names: string) => string
  copySubject: (subject: string) => string
  copyHead: (author: string, to: string, about: string) => string
  copyWhy: (author: string) => string
  sentBy: (legalName: string, author: string) => string
  personalButton: string
  attachments: string
  about: { invoice: (number: string) => string; matter: (number: string) => string }
  noteSubject: (about: string) => string
  noteHead: (author: string, about: string) => string
  noteForwarded: (by: string) => string
  noteWhy: (answersGoTo: string) => string
  reminderSubject: (about: string) => string
  reminderHead: (about: string) => string
  openInCasepost: string
  noticeWhy: string
}

const en: EmailWords = {
  reply: "Reply to this message",
  copyTo: names => `Copy to: ${names}`,
  inPortal: names => `With this message in your portal: ${names}`,
  copySubject: subject => `Copy: ${subject}`,
  copyHead: (author, to, about) => `Copy of a message from ${author} to ${to} about ${about}`,
  copyWhy: author => `You get this copy because ${author} added you to this message.`,
  sentBy: (legalName, author) => `Sent by ${legalName} on behalf of ${author}.`,
  personalButton: "The button is personal: it opens this message in your customer portal. No account needed.",
  attachments: "Attachments",
  about: { invoice: number => `invoice ${number}`, matter: number => `case ${number}` },
  noteSubject: about => `Note about ${about}`,
  noteHead: (author, about) => `Internal note from ${author} about ${about}`,
  noteForwarded: by => `Forwarded by ${by}`,
  noteWhy: author => `The customer does not see this note. A reply to this e-mail goes to ${author}.`,
  reminderSubject: about => `Reminder about ${about}`,
  reminderHead: about => `Reminder of an internal note about ${about}`,
  openInCasepost: "Open in Casepost",
  noticeWhy: "Sent by Casepost.",
}

const nl: EmailWords = {
  reply: "Op dit bericht reageren",
  copyTo: names => `Kopie aan: ${names}`,
  inPortal: names => `Bij dit bericht in uw portaal: ${names}`,
  copySubject: subject => `Kopie: ${subject}`,
  copyHead: (author, to, about) => `Kopie van een bericht van ${author} aan ${to} over ${about}`,
  copyWhy: author => `U ontvangt deze kopie omdat ${author} u aan dit bericht heeft toegevoegd.`,
  sentBy: (legalName, author) => `Verzonden door ${legalName} namens ${author}.`,
  personalButton: "De knop is persoonlijk: hij opent dit bericht in uw klantportaal. U heeft geen account nodig.",
  attachments: "Bijlagen",
  about: { invoice: number => `factuur ${number}`, matter: number => `dossier ${number}` },
  noteSubject: about => `Notitie over ${about}`,
  noteHead: (author, about) => `Interne notitie van ${author} over ${about}`,
  noteForwarded: by => `Doorgestuurd door ${by}`,
  noteWhy: author => `De klant ziet deze notitie niet. Een antwoord op deze e-mail gaat naar ${author}.`,
  reminderSubject: about => `Herinnering over ${about}`,
  reminderHead: about => `Herinnering aan een interne notitie over ${about}`,
  openInCasepost: "Openen in Casepost",
  noticeWhy: "Verzonden door Casepost.",
}

const de: EmailWords = {
  reply: "Auf diese Nachricht antworten",
  copyTo: names => `Kopie an: ${names}`,
  inPortal: names => `Bei dieser Nachricht in Ihrem Portal: ${names}`,
  copySubject: subject => `Kopie: ${subject}`,
  copyHead: (author, to, about) => `Kopie einer Nachricht von ${author} an ${to} zu ${about}`,
  copyWhy: author => `Sie erhalten diese Kopie, weil ${author} Sie zu dieser Nachricht hinzugefügt hat.`,
  sentBy: (legalName, author) => `Gesendet von ${legalName} im Namen von ${author}.`,
  personalButton:
    "Die Schaltfläche ist persönlich: Sie öffnet diese Nachricht in Ihrem Kundenportal. Sie brauchen kein Konto.",
  attachments: "Anhänge",
  about: { invoice: number => `Rechnung ${number}`, matter: number => `Vorgang ${number}` },
  noteSubject: about => `Notiz zu ${about}`,
  noteHead: (author, about) => `Interne Notiz von ${author} zu ${about}`,
  noteForwarded: by => `Weitergeleitet von ${by}`,
  noteWhy: author => `Der Kunde sieht diese Notiz nicht. Eine Antwort auf diese E-Mail geht an ${author}.`,
  reminderSubject: about => `Erinnerung zu ${about}`,
  reminderHead: about => `Erinnerung an eine interne Notiz zu ${about}`,
  openInCasepost: "In Casepost öffnen",
  noticeWhy: "Gesendet von Casepost.",
}

const fr: EmailWords = {
  reply: "Répondre à ce message",
  copyTo: names => `Copie à : ${names}`,
  inPortal: names => `Avec ce message dans votre portail : ${names}`,
  copySubject: subject => `Copie : ${subject}`,
  copyHead: (author, to, about) => `Copie d’un message de ${author} à ${to} au sujet de ${about}`,
  copyWhy: author => `Vous recevez cette copie parce que ${author} vous a ajouté à ce message.`,
  sentBy: (legalName, author) => `Envoyé par ${legalName} au nom de ${author}.`,
  personalButton: "Le bouton est personnel : il ouvre ce message dans votre portail client. Aucun compte requis.",
  attachments: "Pièces jointes",
  about: { invoice: number => `la facture ${number}`, matter: number => `le dossier ${number}` },
  noteSubject: about => `Note au sujet de ${about}`,
  noteHead: (author, about) => `Note interne de ${author} au sujet de ${about}`,
  noteForwarded: by => `Transmis par ${by}`,
  noteWhy: author => `Le client ne voit pas cette note. Une réponse à cet e-mail parvient à ${author}.`,
  reminderSubject: about => `Rappel au sujet de ${about}`,
  reminderHead: about => `Rappel d’une note interne au sujet de ${about}`,
  openInCasepost: "Ouvrir dans Casepost",
  noticeWhy: "Envoyé par Casepost.",
}

const words: Record<Language, EmailWords> = { en, nl, de, fr }

/** The words of a language; English for one we do not have. */
export function emailWords(language: string): EmailWords {
  return words[emailLanguage(language)]
}

export function emailLanguage(language: string): Language {
  return Object.hasOwn(words, language) ? (language as Language) : "en"
}
