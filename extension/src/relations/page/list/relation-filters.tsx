import { Download, Upload } from "lucide-react"
import type { Ref } from "react"
import { Button } from "../../../ui/buttons/button"
import { showToast } from "../../../ui/feedback/toasts"
import { SearchField } from "../../../ui/fields/search-field"
import { Select } from "../../../ui/fields/select"
import { goTo } from "../../../ui/place/place"
import { useExportRelations } from "../../export-relations"
import styles from "../relations-page.module.css"
import { words } from "../words"

type RelationFiltersProps = {
  typed: string
  onType: (text: string) => void
  searchRef: Ref<HTMLInputElement>
  administrations: readonly { id: string; name: string }[]
  administrationId: string | undefined
  onAdministration: (id: string | undefined) => void
  /** Of all that match; unknown while the first answer is on its way. */
  total: number | undefined
}

const all = "all"

/** Search, the administration, a list in or out, and how many there are. */
export function RelationFilters(props: RelationFiltersProps) {
  const file = useExportRelations()
  const options = [
    { id: all, name: words.allAdministrations },
    ...props.administrations.map(({ id, name }) => ({ id, name })),
    { id: "nowhere", name: words.nowhere },
  ]
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField label={words.search} value={props.typed} onChange={props.onType} inputRef={props.searchRef} />
      </div>
      <div className={styles.administration}>
        <Select
          label={words.administrationFilter}
          hideLabel
          options={options}
          value={props.administrationId ?? all}
          onChange={id => props.onAdministration(id === all ? undefined : id)}
        />
      </div>
      <span className={styles.files}>
        <Button kind="ghost" icon={Upload} onPress={() => goTo("relations/import")}>
          {words.import}
        </Button>
        <Button
          kind="ghost"
          icon={Download}
          isBusy={file.isPending}
          onPress={() =>
            file.mutate(undefined, { onError: error => showToast({ kind: "failure", words: error.message }) })
          }
        >
          {words.export}
        </Button>
      </span>
      <span className={styles.count} role="status">
        {props.total !== undefined && words.count(props.total)}
      </span>
    </div>
  )
}
