import { importFields } from "@casepost/shared/imports"

/** A file with every documented heading and two invoices, to start one's own from. */
const sampleRows = [
  "10482;Jansen & Zonen Aannemers B.V.;nl;Peter Jansen;de heer Jansen;info@jansen.example;Industrieweg 14;3542 AD;Utrecht;NL;VF-2026-04183;12480.50;12480.50;EUR;2026-09-17;2026-10-17;open;84183",
  "10391;Installatiebedrijf Kramer;nl;I. Kramer;mevrouw Kramer;ib@kramer.example;Havenkade 3;1013 AB;Amsterdam;NL;VF-2026-04102;5027.75;5027.75;EUR;2026-09-26;2026-10-26;open;84102",
]

export function downloadSample(): void {
  downloadFile(
    new Blob([[importFields.join(";"), ...sampleRows, ""].join("\r\n")], { type: "text/csv" }),
    "casepost-sample.csv",
  )
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
