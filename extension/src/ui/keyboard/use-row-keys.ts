import { useShortcuts } from "./use-shortcuts"

/** J and K walk the rows of a table by their links; Enter then opens one. */
export function useRowKeys(): void {
  const step = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>("tbody a")]
    const at = links.findIndex(link => link.closest("tr")?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useShortcuts({ j: () => step(1), k: () => step(-1) })
}
