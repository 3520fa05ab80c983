import { formatSize } from "@casepost/shared/formats"
import { mostLogoBytes } from "@casepost/shared/signatures"

/** What signatures say. */
export const words = {
  title: "Signature",
  mine: "My signature",
  mineLead:
    "Added by itself, once, under every message you send in this organisation. Without text and logo the administration’s signature is used; where there is none either, none is added.",
  kicker: "Administration settings",
  ofAdministration: (name: string) => `For messages of colleagues in ${name} who have no signature of their own.`,
  order:
    "A user’s own signature comes first, then this one. With neither, none is added. It is added once, also on replies and when a message is sent again.",
  label: "Signature text",
  placeholder: "Kind regards, your name, your telephone number",
  placeholderOfAdministration: "Kind regards, the name of the administration, telephone number",
  logo: "Logo",
  addLogo: "Add logo",
  otherLogo: "Other logo",
  removeLogo: "Remove logo",
  logoKinds: `PNG, JPEG or GIF, at most ${formatSize(mostLogoBytes, "en")}.`,
  tooLarge: (name: string, size: number) =>
    `${name} is ${formatSize(size, "en")}. The limit is ${formatSize(mostLogoBytes, "en")}.`,
  width: "Width",
  pixels: (width: number) => `${width} px`,
  preview: "As the customer sees it",
  nothing: "No signature: nothing is added.",
  save: "Save signature",
  saved: "Signature saved",
} as const
