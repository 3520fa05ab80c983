import type { ProblemField } from "@casepost/shared/problems"
import type { ToolField, ToolPage } from "@casepost/shared/tools"

/** Rules that could never read anything. Whether a selector is one only a browser can tell. */
export function wrongInPages(pages: readonly ToolPage[]): ProblemField[] {
  return pages.flatMap((page, place) =>
    page.fields.flatMap((field, number) => {
      const wrong = wrongInField(page, field)
      return wrong ? [{ path: `pages.${place}.fields.${number}.${wrong.at}`, detail: wrong.detail }] : []
    }),
  )
}

function wrongInField(page: ToolPage, field: ToolField): { at: string; detail: string } | undefined {
  if (field.from === "title") return undefined
  if (field.from === "path")
    return page.path.includes("{id}")
      ? undefined
      : { at: "from", detail: "Write {id} in the page's path where it is to be read." }
  if (!field.selector) return { at: "selector", detail: "Say where on the page it stands, or point at it." }
  if (field.from === "attribute" && !field.attribute)
    return { at: "attribute", detail: "Say which attribute is to be read." }
  return undefined
}
