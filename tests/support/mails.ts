/** A mail as the development mailbox tells it (`/mailbox/api/mails`). */
export type Mail = {
  id: string
  to: string[]
  cc: string[]
  bcc: string[]
  from: string
  replyTo: string[]
  subject: string
  html: string
  text: string
  attachments: { filename: string }[]
  lastEvent: string
}

/** Waits until the mailbox holds so many mails that fit, and gives them, newest first. */
export async function waitForMails(
  server: string,
  many: number,
  fits: (mail: Mail) => boolean = () => true,
): Promise<Mail[]> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const mails = ((await (await fetch(`${server}/mailbox/api/mails`)).json()) as Mail[]).filter(fits)
    if (mails.length >= many) return mails
    if (Date.now() > deadline) throw new Error(`The mailbox holds ${mails.length} of ${many} mails.`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

/** The personal portal link of a mail, if it has one. */
export function portalLinkOf(mail: Mail): string | undefined {
  return /https?:\/\/[^\s"<>]+\/portal\/m\/[^\s"<>]+/.exec(mail.text)?.[0]
}
