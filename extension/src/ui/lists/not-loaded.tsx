import { CloudOff, RotateCw } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "../buttons/button"
import { EmptyState } from "../feedback/empty-state"
import { words } from "../words"

type NotLoadedProps = {
  /** "The inbox could not be loaded" */
  title: string
  why: string
  onRetry: () => void
  /** The way out, where nothing else in the window leads away. */
  wayOut?: ReactNode
}

/** Stands in place of a list none of which could be loaded: why, and the way to try again. */
export function NotLoaded({ title, why, onRetry, wayOut }: NotLoadedProps) {
  return (
    <EmptyState
      icon={CloudOff}
      tone="danger"
      title={title}
      action={
        <>
          <Button icon={RotateCw} onPress={onRetry}>
            {words.tryAgain}
          </Button>
          {wayOut}
        </>
      }
    >
      {why}
    </EmptyState>
  )
}
