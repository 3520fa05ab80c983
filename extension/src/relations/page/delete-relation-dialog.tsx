import type { Relation } from "@casepost/shared/relations"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { showToast } from "../../ui/feedback/toasts"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { useDeleteRelation } from "../delete-relation"
import { useRelationUses } from "../list-relation-uses"
import { isUsed, RelationUsesList } from "./relation-uses-list"
import { words } from "./words"

type DeleteRelationDialogProps = { relation: Relation; onClose: () => void; onDeleted: () => void }

/** Names what uses the relation, then deletes it. */
export function DeleteRelationDialog({ relation, onClose, onDeleted }: DeleteRelationDialogProps) {
  const uses = useRelationUses(relation.id)
  const remove = useDeleteRelation(relation.id)
  const used = uses.data !== undefined && isUsed(uses.data)
  function confirm() {
    if (!uses.data || remove.isPending) return
    remove.mutate(used, {
      // Something began to use it meanwhile: it has to be named first.
      onError: () => void uses.refetch(),
      onSuccess: () => {
        showToast({ kind: "success", words: words.deleted(relation.name) })
        onDeleted()
      },
    })
  }
  return (
    <Dialog
      role="alertdialog"
      title={words.deleteTitle(relation.name)}
      subtitle={relation.address}
      isOpen
      onOpenChange={onClose}
      onSubmit={confirm}
      foot={
        <>
          <Button onPress={onClose} autoFocus>
            {uiWords.cancel}
          </Button>
          <Button kind="danger" type="submit" isBusy={remove.isPending} isDisabled={!uses.data}>
            {words.deleteRelation}
          </Button>
        </>
      }
    >
      {remove.error && <ProblemNotice problem={remove.error} />}
      {uses.isPending && <Skeleton rows={2} withAvatar={false} />}
      {uses.error && <ProblemNotice problem={uses.error} onRetry={() => void uses.refetch()} />}
      {uses.data && (used ? <RelationUsesList uses={uses.data} /> : <p>{words.unused}</p>)}
    </Dialog>
  )
}
