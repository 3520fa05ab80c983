import { Page } from "./surfaces/page"
import { SidePanelPage } from "./surfaces/side-panel-page"
import { words } from "./surfaces/words"

export default function SidePanel() {
  return (
    <Page title={words.sidePanel}>
      <SidePanelPage />
    </Page>
  )
}
