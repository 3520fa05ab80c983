import { importHeadings } from "@casepost/shared/import-headings"
import { importFields } from "@casepost/shared/imports"
import { downloadFile } from "../ui/files/download-file"

/** A file with every documented heading and one invoice, to start one's own from. */
export function downloadSample(): void {
  const examples = importFields.map(field => importHeadings[field].example)
  const lines = [importFields.join(";"), examples.join(";"), ""]
  downloadFile(new Blob([lines.join("\r\n")], { type: "text/csv" }), "casepost-sample.csv")
}
