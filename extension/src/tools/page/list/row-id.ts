/** The link of a tool's row. */
export const rowId = (toolId: string) => `tool-${toolId}`

/** Gives the focus to a tool's row, once what had it is gone. */
export function focusRow(toolId: string): void {
  setTimeout(() => document.getElementById(rowId(toolId))?.focus(), 60)
}
