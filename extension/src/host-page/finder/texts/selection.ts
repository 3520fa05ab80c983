/** The selected text of the page, at most 4,000 characters; nothing of what is being typed. */
export function readSelection(): string[] {
  const active = document.activeElement
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return []
  if (active instanceof HTMLElement && active.isContentEditable) return []
  const selected = String(getSelection() ?? "").trim()
  return selected.length > 0 && selected.length <= 4_000 ? [selected] : []
}
