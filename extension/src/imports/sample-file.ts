import { importHeadings } from "@casepost/shared/import-headings"
import { importFields } from "@casepost/shared/imports"

/** A file with every documented heading and one invoice, to start one's own from. */
export function downloadSample(): void {
  const examples = importFields.map(field => importHeadings[field].example)
  const lines = [importFields.join(";"), examples.join(";"), ""]
  downloadFile(new Blob([lines.join("\r\n")], { type: "text/csv" }), "casepost-sample.csv")
}

/** Hands a file to the browser's downloads. */
export function downloadFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
