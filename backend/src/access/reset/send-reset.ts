import type { House } from "../../context.ts"

/** Mails the link behind "Forgot your password?": it works once, for an hour. */
export async function sendReset(house: House, user: { name: string; email: string }, token: string): Promise<void> {
  await house.database.inScope({ role: "casepost_system" }, tx =>
    house.queueMail(tx, {
      address: user.email,
      subject: "Choose a new password for Casepost",
      paragraphs: [
        `Hello ${user.name},`,
        "Somebody asked for a new password for your Casepost sign-in. The link works once, for an hour.",
        "If it was not you, there is nothing to do: your password stays as it is.",
      ],
      button: { label: "Choose a new password", href: `${house.config.publicUrl}/reset?token=${token}` },
      language: "en",
    }),
  )
  house.wakeDelivery()
}
