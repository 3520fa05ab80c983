import { make } from "../standing/make"
import { words } from "./words"

/** What stands in the panel's place where no frame of ours can run: why, and the one way out. */
export function makeCard({ onBeside, onClose }: { onBeside: () => void; onClose: () => void }): HTMLElement[] {
  const text = make("p", words.cannotWork)
  const button = make("button", words.beside)
  button.addEventListener("click", event => {
    if (!event.isTrusted) return
    onBeside()
    onClose()
  })
  button.addEventListener("keydown", event => {
    if (!event.isTrusted || event.key !== "Escape") return
    event.stopPropagation()
    onClose()
  })
  requestAnimationFrame(() => button.focus({ preventScroll: true }))
  return [text, button]
}
