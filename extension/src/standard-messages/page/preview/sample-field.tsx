import type { CaseSummary } from "@casepost/shared/cases"
import { useQuery } from "@tanstack/react-query"
import { ChevronsUpDown } from "lucide-react"
import { useState } from "react"
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components"
import { caseName } from "../../../cases/marks/case-name"
import { useSettled } from "../../../ui/fields/use-settled"
import menu from "../../../ui/overlays/menu.module.css"
import { words } from "../words"
import styles from "./preview.module.css"
import { sampleCases } from "./use-sample"

type SampleFieldProps = {
  administrationId: string
  sample: CaseSummary | undefined
  onChoose: (of: CaseSummary) => void
}

/** Chooses the case of the preview: any of the administration, by number or customer. */
export function SampleField({ administrationId, sample, onChoose }: SampleFieldProps) {
  const shown = sample ? nameOf(sample) : ""
  const [typed, setTyped] = useState<string | undefined>()
  const search = useSettled((typed ?? "").trim())
  const found = useQuery(sampleCases(administrationId, search))
  const cases = found.data?.cases ?? []
  return (
    <ComboBox
      className={styles.sample ?? ""}
      items={cases}
      inputValue={typed ?? shown}
      onInputChange={text => setTyped(text === shown ? undefined : text)}
      value={sample?.ref.id ?? null}
      onChange={key => {
        const of = cases.find(one => one.ref.id === key)
        if (of) onChoose(of)
        setTyped(undefined)
      }}
      onBlur={() => setTyped(undefined)}
      onOpenChange={isOpen => !isOpen && setTyped(undefined)}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label className={styles.with ?? ""}>{words.previewWith}</Label>
      <Group className={styles.box ?? ""}>
        <Input
          className={styles.input ?? ""}
          placeholder={words.searchCase}
          maxLength={200}
          onFocus={event => event.target.select()}
        />
        <Button className={styles.open ?? ""}>
          <ChevronsUpDown size={15} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </Group>
      <Popover offset={4} className={menu.popover ?? ""}>
        <ListBox
          className={menu.menu ?? ""}
          renderEmptyState={() => <p className={styles.none}>{found.isFetching ? "" : words.noCaseFound(search)}</p>}
        >
          {(of: CaseSummary) => (
            <ListBoxItem id={of.ref.id} textValue={nameOf(of)} className={menu.item ?? ""}>
              <span className={menu.words}>{nameOf(of)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function nameOf(of: CaseSummary): string {
  return `${caseName(of.ref.kind, of.number)}, ${of.customerName}`
}
