import type { Relation } from "@casepost/shared/relations"
import { useQuery } from "@tanstack/react-query"
import { isRefused } from "../../../api/refusal"
import { Button } from "../../../ui/buttons/button"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { showToast } from "../../../ui/feedback/toasts"
import { Dialog } from "../../../ui/overlays/dialog"
import { getRelation } from "../../list-relations"
import { useUpdateRelation } from "../../update-relation"
import { words } from "../words"
import { type PlacedAdministration, RelationForm } from "./relation-form"

type EditRelationProps = {
  id: string
  administrations: readonly PlacedAdministration[]
  onSaved: (relation: Relation) => void
  onClose: () => void
}

/** A relation as it is now, to be changed. */
export function EditRelation({ id, administrations, onSaved, onClose }: EditRelationProps) {
  const read = useQuery(getRelation(id))
  const update = useUpdateRelation(id)
  if (read.data)
    return (
      <RelationForm
        title={words.editTitle}
        confirm={words.save}
        relation={read.data}
        administrations={administrations}
        save={update}
        onSaved={relation => {
          const names = relation.administrations.map(({ name }) => name)
          showToast({ kind: "success", words: words.saved(relation.name, names) })
          onSaved(relation)
        }}
        onClose={onClose}
      />
    )
  const isGone = isRefused(read.error, "not-found", "invalid")
  return (
    <Dialog
      title={words.editTitle}
      isOpen
      onOpenChange={onClose}
      foot={<Button onPress={onClose}>{words.close}</Button>}
    >
      {read.isPending && <Skeleton rows={3} withAvatar={false} />}
      {read.error && isGone && <ProblemNotice problem={{ message: words.gone }} />}
      {read.error && !isGone && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
    </Dialog>
  )
}
