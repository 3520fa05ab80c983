import { type RefObject, useLayoutEffect, useRef } from "react"
import type { FrameGrant } from "../../host-page/calls"
import { orderOpener } from "../frame/gate/order-opener"

/**
 * Keeps the frame as high as what stands in it: whoever put it there is told. Where there is less room in the page, what stands in it is made
 * as low as the frame, and its list scrolls.
 */
export function useFittingFrame(
  opener: Pick<FrameGrant, "tabId" | "openerFrameId"> | undefined,
): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null)
  const tabId = opener?.tabId
  const openerFrameId = opener?.openerFrameId
  useLayoutEffect(() => {
    const element = content.current
    if (!element || tabId === undefined || openerFrameId === undefined) return
    let told = 0
    const fit = () => {
      element.style.maxHeight = ""
      const height = Math.ceil(element.getBoundingClientRect().height)
      if (height > window.innerHeight) element.style.maxHeight = `${window.innerHeight}px`
      if (height === 0 || height === told) return
      told = height
      void orderOpener({ tabId, openerFrameId }, { kind: "fit-field-frame", height }).catch(() => undefined)
    }
    const seen = new ResizeObserver(fit)
    seen.observe(element)
    window.addEventListener("resize", fit)
    return () => {
      seen.disconnect()
      window.removeEventListener("resize", fit)
    }
  }, [tabId, openerFrameId])
  return content
}
