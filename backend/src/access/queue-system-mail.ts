import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { mails } from "../delivery/tables.ts"
import { seal } from "../secrets.ts"

type Content = NonNullable<typeof mails.$inferInsert.content>

/** A mail of Casepost itself, as a row for the dispatcher. The button's link opens something, so it lies there sealed. */
export async function queueSystemMail(
  tx: Transaction,
  secret: string,
  mail: { organisationId?: string; address: string; content: Content & { button: { label: string; href: string } } },
): Promise<void> {
  const { button, ...text } = mail.content
  await tx.insert(mails).values({
    organisationId: mail.organisationId ?? null,
    kind: "system",
    address: mail.address,
    priority: 0,
    content: { ...text, button: { label: button.label, href: `sealed:${seal(secret, button.href)}` } },
  })
}

/** The mail behind "Forgot your password?": its link works once, for an hour. */
export async function queueResetMail(
  house: House,
  user: { name: string; email: string },
  token: string,
): Promise<void> {
  await house.database.inScope({ role: "casepost_system" }, tx =>
    queueSystemMail(tx, house.config.secret, {
      address: user.email,
      content: {
        subject: "Choose a new password for Casepost",
        paragraphs: [
          `Hello ${user.name},`,
          "Somebody asked for a new password for your Casepost sign-in. The link works once, for an hour.",
          "If it was not you, there is nothing to do: your password stays as it is.",
        ],
        button: { label: "Choose a new password", href: `${house.config.publicUrl}/reset?token=${token}` },
        language: "en",
      },
    }),
  )
  house.wakeDelivery()
}
