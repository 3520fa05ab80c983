import { Page } from "../surfaces/page"
import { words } from "../surfaces/words"
import { WorkPage } from "../surfaces/work-page"

export default function Work() {
  return (
    <Page title={words.work.title}>
      <WorkPage />
    </Page>
  )
}
