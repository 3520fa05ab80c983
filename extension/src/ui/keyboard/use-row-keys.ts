import { useShortcuts } from "./use-shortcuts"

/** J and K walk the rows of a table by the first link of each; Enter then opens one. */
export function useRowKeys(): void {
  const step = (by: number) => {
    const rows = [...document.querySelectorAll("tbody tr")]
    const links = rows.flatMap(row => row.querySelector<HTMLElement>("a") ?? [])
    const at = links.findIndex(link => link.closest("tr")?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useShortcuts({ j: () => step(1), k: () => step(-1) })
}
