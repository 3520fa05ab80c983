import { UserX } from "lucide-react"
import { EmptyState } from "../../ui/feedback/empty-state"
import { Skeleton } from "../../ui/feedback/skeleton"
import { type Opener, putAddress } from "./field-opener"
import { PeopleOf } from "./people-of"
import styles from "./recipients.module.css"
import { useAdministration } from "./use-administration"
import { words } from "./words"

/** Chooses a relation or colleague for the field that this frame opened under. */
export function PickRecipient({ opener }: { opener: Opener }) {
  const choice = useAdministration(opener.page)
  if (choice.isPending)
    return (
      <div className={styles.waiting}>
        <Skeleton rows={3} />
      </div>
    )
  if (!choice.chosen)
    return (
      <EmptyState isPage icon={UserX} title={words.noAdministration}>
        {words.noAdministrationMore}
      </EmptyState>
    )
  return <PeopleOf administrationId={choice.chosen.id} choice={choice} opener={opener} onPut={putAddress} />
}
