import { Page } from "./surfaces/page"
import { PopupPage } from "./surfaces/popup-page"
import { words } from "./surfaces/words"

export default function Popup() {
  return (
    <Page title={words.popup}>
      <PopupPage />
    </Page>
  )
}
