import { ComposePage } from "../surfaces/compose-page"
import { Page } from "../surfaces/page"
import { words } from "../surfaces/words"

export default function Compose() {
  return (
    <Page title={words.compose}>
      <ComposePage />
    </Page>
  )
}
