import { TriangleAlert } from "lucide-react"
import { Component, type ReactNode } from "react"
import { Button } from "../ui/buttons/button"
import { EmptyState } from "../ui/feedback/empty-state"
import { words } from "./words"

/** A mistake of ours leaves a page that says so, not a blank one. */
export class CrashGuard extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <main>
        <EmptyState
          isPage
          icon={TriangleAlert}
          tone="danger"
          title={words.crashed}
          action={<Button onPress={() => location.reload()}>{words.reload}</Button>}
        >
          {words.crashedMore}
        </EmptyState>
      </main>
    )
  }
}
