import { useSessionState } from "../access/session"
import { Header, type HeaderProps } from "../ui/layout/header"
import { openSettings } from "./open-settings"
import { words } from "./words"

/** The header of popup, side panel and compose page: its gear leads administrators of the organisation to the organisation's settings. */
export function SurfaceHeader(props: Omit<HeaderProps, "settings">) {
  const state = useSessionState()
  const isAdministrator = state.kind === "signed-in" && state.session.membership.right === "administrator"
  const settings = isAdministrator
    ? { label: words.organisationSettings, onOpen: () => void openSettings("relations") }
    : { label: words.gear, onOpen: () => void openSettings("") }
  return <Header {...props} settings={settings} />
}
