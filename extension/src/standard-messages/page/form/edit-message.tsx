import type { Membership } from "@casepost/shared/access"
import type { SaveStandardMessageBody, StandardMessage } from "@casepost/shared/standard-messages"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { FileQuestion, ShieldX } from "lucide-react"
import { useEffect } from "react"
import { useSession } from "../../../access/session"
import { isRefused } from "../../../api/refusal"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { showToast } from "../../../ui/feedback/toasts"
import { NotLoaded } from "../../../ui/lists/not-loaded"
import { goTo } from "../../../ui/place/place"
import { getStandardMessage } from "../../get-standard-message"
import { useSaveStandardMessage } from "../../save-standard-message"
import { words } from "../words"
import { MessageForm } from "./message-form"

type EditMessageProps = {
  id: string
  administration: Membership["administrations"][number]
  onAdministration: (id: string) => void
  onSaved: (id: string) => void
}

/** A standard message as it is now, to be changed; the administration above the pages becomes its own. */
export function EditMessage({ id, administration, onAdministration, onSaved }: EditMessageProps) {
  const { membership } = useSession()
  const read = useQuery(getStandardMessage(id))
  const own = membership.administrations.find(one => one.id === read.data?.administrationId)
  const isElsewhere = own?.right === "administrator" && own.id !== administration.id
  useEffect(() => {
    if (isElsewhere) onAdministration(own.id)
  }, [isElsewhere, own?.id, onAdministration])
  const back = <Button onPress={() => goTo("messages")}>{words.back}</Button>

  if (isRefused(read.error, "not-found", "invalid"))
    return (
      <EmptyState isPage icon={FileQuestion} title={words.notThere} action={back}>
        {words.notThereMore}
      </EmptyState>
    )
  if (read.error && !read.data)
    return <NotLoaded title={words.failed} why={read.error.message} onRetry={() => void read.refetch()} />
  if (!read.data || isElsewhere) return <Skeleton rows={6} withAvatar={false} />
  if (own?.right !== "administrator")
    return (
      <EmptyState isPage icon={ShieldX} title={words.noRight} action={back}>
        {words.noRightMore}
      </EmptyState>
    )
  return <Editing key={read.data.id} message={read.data} administration={own} onSaved={onSaved} />
}

type EditingProps = {
  message: StandardMessage
  administration: Membership["administrations"][number]
  onSaved: (id: string) => void
}

function Editing({ message, administration, onSaved }: EditingProps) {
  const queries = useQueryClient()
  const save = useSaveStandardMessage(message.id)
  async function saveOver(body: SaveStandardMessageBody): Promise<StandardMessage> {
    const theirs = await queries.fetchQuery({
      ...getStandardMessage(message.id),
      queryKey: ["standard-message-version", message.id],
    })
    return save.mutateAsync({ body, version: theirs.version })
  }
  return (
    <MessageForm
      administration={administration}
      message={message}
      saving={{
        save: body => save.mutateAsync({ body, version: message.version }),
        saveOver,
        isPending: save.isPending,
        error: save.error,
        sent: save.variables?.body,
      }}
      onSaved={({ id, description }) => {
        showToast({ kind: "success", words: words.saved(description) })
        onSaved(id)
      }}
    />
  )
}
