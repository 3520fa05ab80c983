import type { Relation } from "@casepost/shared/relations"
import { showToast } from "../../../ui/feedback/toasts"
import { useCreateRelation } from "../../create-relation"
import { words } from "../words"
import { type PlacedAdministration, RelationForm } from "./relation-form"

type AddRelationProps = {
  administrations: readonly PlacedAdministration[]
  onSaved: (relation: Relation) => void
  onClose: () => void
}

/** "Add relation": available nowhere until administrations are chosen, and says so. */
export function AddRelation({ administrations, onSaved, onClose }: AddRelationProps) {
  const create = useCreateRelation()
  return (
    <RelationForm
      title={words.add}
      confirm={words.add}
      administrations={administrations}
      save={create}
      onSaved={relation => {
        const names = relation.administrations.map(({ name }) => name)
        showToast({ kind: "success", words: words.added(relation.name, names) })
        onSaved(relation)
      }}
      onClose={onClose}
    />
  )
}
