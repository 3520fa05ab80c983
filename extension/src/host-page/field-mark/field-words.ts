/**
 * What names a field for e-mail addresses, in the languages of the tools: nl, en, de, fr. Labels are what people read, names what
 * programmers wrote; `undefined` says nothing either way.
 */

/** Names recipients only where a message is written: "From 1 May to 31 May" has the same word. */
const to = /^(to|aan|an|à)$/
const recipients =
  /^(e-?mail|send|verzenden|senden|envoyer|message|bericht) (to|aan|an|à)$|^b?cc( ?[/,+] ?bcc)?$|^cci$|^(blind)?(kopie|copy|copie)( aan| an| to| à| cachée.*)?$|recipient|ontvanger|geadresseerde|empfänger|destinataire/
const addresses = /e-?mail|mail-?adres|courriel|adresse électronique|\S@\S/
/** A word for something else beside "e-mail": its subject, a template, a search for it, somebody's sign-in. */
const others =
  /\b(search|zoek|suche|recherch|filter|subject|onderwerp|betreff|objet|sujet|body|text|tekst|template|sjabloon|vorlage|mod[eè]le|signature|handtekening|password|wachtwoord|passwor|mot de passe|user ?name|gebruikersnaam|server|host|domain|date|datum)/

/** Whether a label names recipients (`strict`), or e-mail addresses of whatever kind; `"to"`: only beside a text that is being written. */
export function labelSays(label: string, strict: boolean): boolean | "to" | undefined {
  const text = label
    .toLowerCase()
    .replace(/[:*()…]|\.{3}/g, "")
    .replace(/\s+/g, " ")
    .trim()
  if (text === "" || text.length > 60) return undefined
  if (others.test(text)) return false
  if (to.test(text)) return "to"
  return recipients.test(text) || (!strict && addresses.test(text)) || undefined
}

const naming =
  /^(recipients?|b?cc|cci|e?mails?|mailto|sendto(c{2,3})?|emailaddress(es)?|emailadres(sen)?|ontvangers?|destinataires?|empf(ae|ä)nger)$/
const neutral =
  /^(e|e?mails?|messages?|msg|compos\w*|fields?|input|txt|form|header|send|addr\w*|recipients?|draft|new|id|v|x|\d+)$/
/** Beside `cc` it is a credit card, beside `recipient` a parcel. */
const elsewhere =
  /^(num\w*|exp\w*|c[sv]c|type|name|month|year|given|family|additional|phone|street|city|zip|postcode|country|company)$/

/** Whether a name in the page's own code (`_to`, `messageCc`, `partner_email`) names addresses. `cc-number` is a credit card. */
export function nameSays(name: string): boolean | undefined {
  const parts = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9à-ÿ]+/)
    .filter(Boolean)
  if (others.test(parts.join(" "))) return false
  if (parts.some(part => /^(cc|recipient)$/.test(part)) && parts.some(part => elsewhere.test(part))) return false
  if (parts.some(part => naming.test(part) && part !== "mail" && part !== "mails")) return true
  if (/\be mail|mail addr?ess?e?/.test(parts.join(" "))) return true
  const rest = parts.filter(part => part !== "to" && part !== "aan")
  return (rest.length < parts.length && rest.every(part => neutral.test(part))) || undefined
}
