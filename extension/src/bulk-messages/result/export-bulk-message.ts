import { type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import { useMutation } from "@tanstack/react-query"
import { download } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { downloadFile } from "../../ui/files/download-file"
import { words } from "../words"

/** Downloads the result of every case as CSV. */
export function useExportBulkMessage() {
  return useMutation({
    mutationFn: async ({ id, name }: BulkMessage) =>
      downloadFile(await download(deeds.exportBulkMessage, { params: { id } }), `${fileName(name)}.csv`),
    onError: error => showToast({ kind: "failure", words: words.notExported, more: error.message }),
  })
}

function fileName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} _-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  return plain || words.bulkMessages
}
