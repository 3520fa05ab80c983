import type { Membership } from "@casepost/shared/access"
import { AppWindow, ContactRound, FileUp, type LucideIcon, NotebookText, Signature, User } from "lucide-react"
import type { ComponentType } from "react"
import { ImportPage } from "../imports/import-page"
import { RelationsPage } from "../relations/page/relations-page"
import { AdministrationSignaturePage } from "../signatures/administration-signature-page"
import { MessagesPage } from "../standard-messages/page/messages-page"
import { ToolsPage } from "../tools/page/tools-page"
import { MySettingsPage } from "./my-settings-page"
import { words } from "./words"

/** What a page of the administration's settings is given; the others take nothing from it. */
export type SettingsPageProps = {
  administration: Membership["administrations"][number] | undefined
  /** Another one is to be chosen above the pages: what the address names belongs to that one. */
  onAdministration: (id: string) => void
}

export type SettingsPage = {
  /** Its place: `options.html#/my-settings`; what follows after a slash is the page's own (`#/relations/new`). */
  place: string
  name: string
  icon: LucideIcon
  section: "own" | "organisation" | "administration"
  page: ComponentType<SettingsPageProps>
}

/** Every page of the settings, in the order of the navigation. A new one is one entry here. */
export const settingsPages: readonly SettingsPage[] = [
  { place: "my-settings", name: words.mySettings, icon: User, section: "own", page: MySettingsPage },
  { place: "relations", name: words.relations, icon: ContactRound, section: "organisation", page: RelationsPage },
  { place: "tools", name: words.tools, icon: AppWindow, section: "organisation", page: ToolsPage },
  { place: "messages", name: words.messages, icon: NotebookText, section: "administration", page: MessagesPage },
  {
    place: "signature",
    name: words.signature,
    icon: Signature,
    section: "administration",
    page: AdministrationSignaturePage,
  },
  { place: "import", name: words.import, icon: FileUp, section: "administration", page: ImportPage },
]

/** The pages somebody may use: organisation settings are the organisation's administrators', the rest goes by administration. */
export function pagesFor(membership: Membership): readonly SettingsPage[] {
  return settingsPages.filter(({ section }) => {
    if (section === "organisation") return membership.right === "administrator"
    if (section === "administration") return administrationsToSet(membership).length > 0
    return true
  })
}

/** The administrations whose settings somebody may change. */
export function administrationsToSet(membership: Membership): Membership["administrations"] {
  return membership.administrations.filter(({ right }) => right === "administrator")
}
