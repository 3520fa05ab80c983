import type { Relation } from "@casepost/shared/relations"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useSession } from "../../access/session"
import { useSettled } from "../../ui/fields/use-settled"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { goTo, usePlace } from "../../ui/place/place"
import { listRelations, type RelationFilter } from "../list-relations"
import { DeleteRelationDialog } from "./delete-relation-dialog"
import { AddRelation } from "./form/add-relation"
import { EditRelation } from "./form/edit-relation"
import { ImportDialog } from "./import/import-dialog"
import { RelationFilters } from "./list/relation-filters"
import { RelationsList } from "./list/relations-list"
import { RelationsHead } from "./relations-head"
import styles from "./relations-page.module.css"

const home = "relations"

/** Organisation settings, External relations: the list, and over it the dialog that the address names (`relations/new`, `relations/<id>`). */
export function RelationsPage() {
  const { membership } = useSession()
  const inDialog = usePlace().split("/")[1] ?? ""
  const [typed, setTyped] = useState("")
  const [filter, setFilter] = useState<Omit<RelationFilter, "search">>({ sort: "name" })
  const [fresh, setFresh] = useState<Relation | undefined>()
  const [deleting, setDeleting] = useState<Relation | undefined>()
  const search = useRef<HTMLInputElement>(null)
  const settled = useSettled(typed.trim())
  const list = useInfiniteQuery(listRelations({ ...filter, search: settled }))
  const administrations = membership.administrations
  const isFiltered = settled !== "" || filter.administrationId !== undefined
  useShortcuts({ "/": () => search.current?.focus() })

  function narrow(change: Partial<typeof filter>) {
    setFilter({ ...filter, ...change })
    setFresh(undefined)
  }
  function showAll() {
    setTyped("")
    narrow({ administrationId: undefined })
    search.current?.focus()
  }
  function saved(relation: Relation) {
    setFresh(relation)
    goTo(home)
  }
  return (
    <div className={styles.page}>
      <RelationsHead />
      <RelationFilters
        typed={typed}
        onType={text => {
          setTyped(text)
          setFresh(undefined)
        }}
        searchRef={search}
        administrations={administrations}
        administrationId={filter.administrationId}
        onAdministration={administrationId => narrow({ administrationId })}
        total={list.data?.pages[0]?.total}
      />
      <RelationsList
        list={list}
        sort={filter.sort}
        onSort={sort => narrow({ sort })}
        isFiltered={isFiltered}
        onShowAll={showAll}
        fresh={fresh}
        onDelete={setDeleting}
      />
      {inDialog === "new" && (
        <AddRelation administrations={administrations} onSaved={saved} onClose={() => goTo(home)} />
      )}
      {inDialog === "import" && <ImportDialog onClose={() => goTo(home)} />}
      {inDialog !== "" && inDialog !== "new" && inDialog !== "import" && (
        <EditRelation
          key={inDialog}
          id={inDialog}
          administrations={administrations}
          onSaved={saved}
          onClose={() => goTo(home)}
        />
      )}
      {deleting && (
        <DeleteRelationDialog
          relation={deleting}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            setFresh(undefined)
            setTimeout(() => search.current?.focus(), 60)
          }}
        />
      )}
    </div>
  )
}
