import "../frame.css"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { createPortal } from "react-dom"
import type { FrameGrant } from "../../../host-page/calls"
import { Page } from "../../page"
import { CannotWork } from "./cannot-work"
import { useGrant } from "./use-grant"
import { useReallyVisible } from "./use-really-visible"

type FrameGateProps = {
  purpose: FrameGrant["purpose"]
  title: string
  /** `isShown`: it has been seen long enough. Until then, and whenever it is covered, all of it is hidden (`frame.css`). */
  children: (grant: FrameGrant, isShown: boolean) => ReactNode
}

/**
 * A page of ours inside somebody else's: it shows data only if the worker knows its ticket, and only for as long as it is really seen.
 * Otherwise it offers the side panel, and nothing else.
 */
export function FrameGate({ purpose, title, children }: FrameGateProps) {
  const granted = useGrant(purpose)
  const sight = useReallyVisible()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (sight === "seen") setShown(true)
  }, [sight])
  useFocusBack(sight === "unseen")
  const isRefused = granted === "refused" || sight === "unseen"
  return (
    <>
      {isRefused && <Cover title={title} />}
      {typeof granted === "object" && <Page title={title}>{children(granted, isShown)}</Page>}
    </>
  )
}

/** Beside everything else of the page, and so not hidden with it. */
function Cover({ title }: { title: string }) {
  const [place] = useState(() => {
    const element = document.createElement("div")
    element.dataset.cover = ""
    return element
  })
  useEffect(() => {
    document.body.append(place)
    return () => place.remove()
  }, [place])
  return createPortal(
    <>
      <title>{title}</title>
      <CannotWork />
    </>,
    place,
  )
}

/** What had the focus before the frame was covered has it again afterwards. */
function useFocusBack(isAway: boolean): void {
  const held = useRef<Element | null>(null)
  useEffect(() => {
    if (isAway) return
    const remember = ({ target }: FocusEvent) => {
      held.current = target as Element
    }
    if (document.activeElement === document.body && held.current instanceof HTMLElement) held.current.focus()
    document.addEventListener("focusin", remember)
    return () => document.removeEventListener("focusin", remember)
  }, [isAway])
}
