import type { Relation, RelationBody } from "@casepost/shared/relations"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { clearSuccess } from "../../../ui/feedback/toasts"
import { TextField } from "../../../ui/fields/text-field"
import { useSettled } from "../../../ui/fields/use-settled"
import { Kbd } from "../../../ui/marks/kbd"
import { Dialog } from "../../../ui/overlays/dialog"
import { useUnsavedChanges } from "../../../ui/place/use-unsaved-changes"
import { words as uiWords } from "../../../ui/words"
import { findRelation } from "../../list-relations"
import { words } from "../words"
import { AddressTaken } from "./address-taken"
import { AdministrationsField } from "./administrations-field"
import styles from "./relation-form.module.css"
import { type SaveRelation, wrongIn } from "./wrong-fields"

export type PlacedAdministration = { id: string; name: string }

type RelationFormProps = {
  title: string
  /** The word on the button: the same as what was pressed to get here. */
  confirm: string
  /** Left out: a new one. */
  relation?: Relation
  administrations: readonly PlacedAdministration[]
  save: SaveRelation
  onSaved: (relation: Relation) => void
  onClose: () => void
}

/** Name, email address and administrations of a relation. What was typed stays until it is saved or thrown away. */
export function RelationForm({ title, confirm, relation, administrations, save, onSaved, onClose }: RelationFormProps) {
  const [start] = useState<RelationBody>(() => ({
    name: relation?.name ?? "",
    address: relation?.address ?? "",
    administrationIds: relation?.administrations.map(({ id }) => id) ?? [],
  }))
  const [name, setName] = useState(start.name)
  const [address, setAddress] = useState(start.address)
  const [chosen, setChosen] = useState<readonly string[]>(start.administrationIds)
  const [isTried, setTried] = useState(false)

  const body: RelationBody = { name: name.trim(), address: address.trim(), administrationIds: [...chosen] }
  const isChanged = name !== start.name || address !== start.address || !isSameChoice(chosen, start.administrationIds)
  const { ask, question } = useUnsavedChanges(isChanged && !save.isSuccess)
  const wrong = wrongIn(body, save, isTried)
  const settled = useSettled(address)
  const taken = useQuery(findRelation(settled, { except: relation?.id }))

  useEffect(clearSuccess, [])

  function submit(form: HTMLElement | null) {
    setTried(true)
    if (save.isPending) return
    const unfinished = wrongIn(body, undefined, true)
    if (unfinished.name || unfinished.address) {
      const fields = form?.querySelectorAll("input") ?? []
      fields[unfinished.name ? 0 : 1]?.focus()
      return
    }
    save.mutate(body, { onSuccess: onSaved })
  }
  return (
    <>
      <Dialog
        title={title}
        isOpen
        onOpenChange={() => ask(onClose)}
        onSubmit={() => submit(document.querySelector<HTMLElement>(`[data-form="relation"]`))}
        footNote={
          <span className={styles.hint} aria-hidden="true">
            <Kbd>Space</Kbd> {uiWords.choices.select}
          </span>
        }
        foot={
          <>
            <Button onPress={() => ask(onClose)}>{uiWords.cancel}</Button>
            <Button kind="primary" type="submit" isBusy={save.isPending}>
              {confirm}
            </Button>
          </>
        }
      >
        <div className={styles.fields} data-form="relation">
          {wrong.other && <ProblemNotice problem={wrong.other} />}
          <TextField
            label={words.name}
            size="lg"
            value={name}
            onChange={setName}
            error={wrong.name}
            autoFocus
            autoComplete="off"
          />
          <div className={styles.together}>
            <TextField
              label={words.address}
              size="lg"
              type="text"
              inputMode="email"
              value={address}
              onChange={setAddress}
              error={wrong.address}
              autoComplete="off"
              spellCheck="false"
              {...(relation && body.address !== start.address ? { description: words.addressHolds } : {})}
            />
            {taken.data && <AddressTaken by={taken.data} />}
          </div>
          <AdministrationsField
            administrations={administrations}
            linked={relation?.administrations ?? []}
            chosen={chosen}
            onChange={setChosen}
            error={wrong.administrations}
          />
        </div>
      </Dialog>
      {question}
    </>
  )
}

function isSameChoice(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(id => other.includes(id))
}
