import { deeds } from "@casepost/shared/relations"
import { useMutation } from "@tanstack/react-query"
import { download } from "../api/backend"
import { downloadFile } from "../ui/files/download-file"

/** Downloads all relations of the organisation as CSV. */
export function useExportRelations() {
  return useMutation({
    mutationFn: async () => downloadFile(await download(deeds.exportRelations), "relations.csv"),
  })
}
