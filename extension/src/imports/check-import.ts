import { deeds, type Import, type ImportField, type ImportMode } from "@casepost/shared/imports"
import { useMutation } from "@tanstack/react-query"
import { call } from "../api/backend"

/** A chosen file, read once. */
export type ChosenFile = { name: string; contentBase64: string }
export const mostFileBytes = 20 * 1024 * 1024

type Check = {
  administrationId: string
  file: ChosenFile
  mode: ImportMode
  mapping?: Record<string, ImportField | null>
}

/** Asks what importing a file would do; nothing is changed yet. */
export function useCheckImport(onChecked: (checked: Import) => void) {
  return useMutation({
    onSuccess: onChecked,
    mutationFn: ({ administrationId, file, mode, mapping }: Check) =>
      call(deeds.checkImport, {
        body: {
          administrationId,
          fileName: file.name,
          contentBase64: file.contentBase64,
          mode,
          ...(mapping ? { mapping } : {}),
        },
      }),
  })
}

export async function readFile(file: File): Promise<ChosenFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return { name: file.name, contentBase64: url.slice(url.indexOf(",") + 1) }
}
