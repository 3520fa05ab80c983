import { OptionsPage } from "./options/options-page"
import { Page } from "./surfaces/page"
import { words } from "./surfaces/words"

export default function Options() {
  return (
    <Page title={words.settings}>
      <OptionsPage />
    </Page>
  )
}
