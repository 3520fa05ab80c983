import type { Tool, ToolBody } from "@casepost/shared/tools"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { FileQuestion } from "lucide-react"
import { useState } from "react"
import { useSession } from "../../../access/session"
import { isPolicyTool } from "../../../api/policy"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { showToast } from "../../../ui/feedback/toasts"
import { NotLoaded } from "../../../ui/lists/not-loaded"
import { goTo } from "../../../ui/place/place"
import { listTools } from "../../list-tools"
import { useUpdateTool } from "../../update-tool"
import { words } from "../words"
import { ToolForm } from "./tool-form"

type EditToolProps = { id: string; isToBePicked: boolean; onSaved: (id: string) => void }

/** A tool as it is now, read anew, to be changed. */
export function EditTool({ id, isToBePicked, onSaved }: EditToolProps) {
  const { membership } = useSession()
  const read = useQuery({ ...listTools(membership.organisation.id), refetchOnMount: "always" })
  if (read.error && !read.data)
    return <NotLoaded title={words.failed} why={read.error.message} onRetry={() => void read.refetch()} />
  if (!read.data || !read.isFetchedAfterMount) return <Skeleton rows={6} withAvatar={false} />
  const tool = read.data.tools.find(one => one.id === id && !isPolicyTool(one))
  if (!tool)
    return (
      <EmptyState
        isPage
        icon={FileQuestion}
        title={words.notThere}
        action={<Button onPress={() => goTo("tools")}>{words.back}</Button>}
      >
        {words.notThereMore}
      </EmptyState>
    )
  return <Editing tool={tool} isToBePicked={isToBePicked} onSaved={onSaved} />
}

type EditingProps = { tool: Tool; isToBePicked: boolean; onSaved: (id: string) => void }

function Editing({ tool, isToBePicked, onSaved }: EditingProps) {
  // What was read when it was opened: a newer version in the list is somebody else's, and is not overwritten.
  const [opened] = useState(tool)
  const organisationId = useSession().membership.organisation.id
  const queries = useQueryClient()
  const update = useUpdateTool()
  const save = (body: ToolBody, version: number) => update.mutateAsync({ id: opened.id, body, version })
  async function saveOver(body: ToolBody): Promise<Tool> {
    const { tools } = await queries.fetchQuery({ ...listTools(organisationId), staleTime: 0 })
    return save(body, tools.find(({ id }) => id === opened.id)?.version ?? opened.version)
  }
  return (
    <ToolForm
      start={opened}
      tool={opened}
      isToBePicked={isToBePicked}
      saving={{
        save: body => save(body, opened.version),
        saveOver,
        isPending: update.isPending,
        error: update.error,
        sent: update.variables?.body,
      }}
      onSaved={({ id, name }) => {
        showToast({ kind: "success", words: words.saved(name) })
        onSaved(id)
      }}
    />
  )
}
