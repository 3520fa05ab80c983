import { world } from "../standing/world"

/** Remembers what has the focus in the page. @returns what gives it back, unless somebody has moved it on since */
export function rememberFocus(): (from: HTMLElement) => void {
  const { activeElement } = document
  const launcher = world.casepostLauncher
  const wasLauncher = activeElement !== null && activeElement === launcher?.host
  return from => {
    const isOurs = document.activeElement === from || document.activeElement === document.body
    from.remove()
    if (!isOurs) return
    if (wasLauncher) launcher?.button?.focus()
    else if (activeElement instanceof HTMLElement && activeElement.isConnected)
      activeElement.focus({ preventScroll: true })
  }
}
