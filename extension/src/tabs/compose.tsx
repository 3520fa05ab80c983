import { ComposePage } from "../surfaces/compose-page"
import { FrameGate } from "../surfaces/frame/gate/frame-gate"
import { isFramed } from "../surfaces/frame/gate/use-really-visible"
import { PanelInside } from "../surfaces/frame/panel-inside"
import { Page } from "../surfaces/page"
import { words } from "../surfaces/words"

export default function Compose() {
  if (isFramed)
    return (
      <FrameGate purpose="panel" title={words.compose}>
        {(grant, isShown) => <PanelInside grant={grant} isShown={isShown} />}
      </FrameGate>
    )
  return (
    <Page title={words.compose}>
      <ComposePage />
    </Page>
  )
}
