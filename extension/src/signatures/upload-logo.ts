import { deeds, type Logo, mostLogoBytes } from "@casepost/shared/signatures"
import { useMutation } from "@tanstack/react-query"
import { upload } from "../api/upload"
import { words } from "./words"

/** Uploads an image for a signature; it is public once a signature with it was saved. @throws Refusal, or Error for one that is too large */
export function useUploadLogo() {
  return useMutation({
    mutationFn: async (file: File): Promise<Logo> => {
      if (file.size > mostLogoBytes) throw new Error(words.tooLarge(file.name, file.size))
      return upload(
        deeds.uploadLogo,
        {},
        { bytes: file, signal: AbortSignal.timeout(60_000), onProgress: () => undefined },
      )
    },
  })
}
