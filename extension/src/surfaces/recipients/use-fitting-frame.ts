import { type RefObject, useLayoutEffect, useRef } from "react"
import { orderOpener } from "./field-opener"

/** Keeps the frame as high as what stands in it: whoever put it there is told. */
export function useFittingFrame(
  opener: { tabId: number; frameId: number } | undefined,
): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null)
  const tabId = opener?.tabId
  const frameId = opener?.frameId
  useLayoutEffect(() => {
    const element = content.current
    if (!element || tabId === undefined || frameId === undefined) return
    const fit = () => {
      const height = Math.ceil(element.getBoundingClientRect().height)
      if (height > 0) void orderOpener({ tabId, frameId }, { kind: "fit-field-frame", height }).catch(() => undefined)
    }
    const seen = new ResizeObserver(fit)
    seen.observe(element)
    return () => seen.disconnect()
  }, [tabId, frameId])
  return content
}
