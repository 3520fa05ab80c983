import { type Attachment, deeds } from "@casepost/shared/attachments"
import { useMutation } from "@tanstack/react-query"
import { download } from "../api/backend"
import { showToast } from "../ui/feedback/toasts"
import { words } from "./words"

/** Downloads a file through the API, because a plain link cannot carry the token. @throws Refusal */
export async function readAttachment(attachment: Attachment): Promise<void> {
  const bytes = await download(deeds.readAttachment, { params: { id: attachment.id } })
  const address = URL.createObjectURL(bytes)
  const link = document.createElement("a")
  link.href = address
  link.download = attachment.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function useReadAttachment() {
  return useMutation({
    mutationFn: readAttachment,
    onError: (error, attachment) =>
      showToast({ kind: "failure", words: words.notDownloaded(attachment.name), more: error.message }),
  })
}
