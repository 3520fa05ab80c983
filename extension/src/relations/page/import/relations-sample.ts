import { downloadFile } from "../../../ui/files/download-file"

/** A file as the import takes it, with one relation in two administrations and one in none. */
export function downloadRelationsSample(): void {
  const lines = [
    "name;email address;administrations",
    'Deloo Gerechtsdeurwaarders;dossier@deloo.example;"First administration; Second administration"',
    "Wouda Advocaten;hanna@wouda.example;",
    "",
  ]
  downloadFile(new Blob([lines.join("\r\n")], { type: "text/csv" }), "relations-sample.csv")
}
