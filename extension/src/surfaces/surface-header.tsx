import type { Membership } from "@casepost/shared/access"
import { useSessionState } from "../access/session"
import { Header, type HeaderProps } from "../ui/layout/header"
import { openSettings } from "./open-settings"
import { words } from "./words"

/** The header of popup, side panel and compose page: its gear leads to the settings of what one is administrator of. */
export function SurfaceHeader(props: Omit<HeaderProps, "settings">) {
  const state = useSessionState()
  const { label, place } = state.kind === "signed-in" ? settingsOf(state.session.membership) : mySettings
  return <Header {...props} settings={{ label, onOpen: () => void openSettings(place) }} />
}

const mySettings = { label: words.gear, place: "" }

function settingsOf({ right, administrations }: Membership): { label: string; place: string } {
  if (right === "administrator") return { label: words.organisationSettings, place: "relations" }
  if (administrations.some(one => one.right === "administrator"))
    return { label: words.administrationSettings, place: "messages" }
  return mySettings
}
