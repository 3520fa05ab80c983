import type { OverviewFilter } from "@casepost/shared/overviews"
import { ChevronDown, Plus } from "lucide-react"
import { useRef, useState } from "react"
import { Button, Dialog, MenuTrigger, Popover } from "react-aria-components"
import { classNames } from "../../../ui/class-names"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { words } from "../words"
import { FilterChip } from "./filter-chip"
import { type AskedPart, filterParts, isAsked, partInWords, without } from "./filter-parts"
import styles from "./filters.module.css"
import { ValueForm } from "./value-form"

const said = words.filter

type FiltersProps = {
  look: "wide" | "compact"
  filter: OverviewFilter
  administrations: readonly { id: string; name: string }[]
  onChange: (part: Partial<OverviewFilter>) => void
}

/** The filters that are set, each with its cross; two that are a press away; the others behind "Filter". */
export function Filters({ look, filter, administrations, onChange }: FiltersProps) {
  const [asked, setAsked] = useState<AskedPart | undefined>()
  const add = useRef<HTMLButtonElement>(null)
  const chips = useRef(new Map<string, HTMLSpanElement | null>())
  // Where the button pressed has gone, the focus goes on to the next one and not to the top of the page.
  function change(part: Partial<OverviewFilter>) {
    onChange(part)
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) add.current?.focus()
    })
  }
  const anchor = { current: (asked && chips.current.get(asked)) ?? add.current }
  return (
    <fieldset className={styles.filters} data-look={look} aria-label={said.filters}>
      {filterParts.map(part => {
        const name = partInWords(part, { filter, administrations })
        return (
          name && (
            <FilterChip
              key={part}
              onRemove={() => change(without[part])}
              onChange={isAsked(part) ? () => setAsked(part) : undefined}
              chipRef={chip => void chips.current.set(part, chip)}
            >
              {name}
            </FilterChip>
          )
        )
      })}
      <Toggle name={said.unread} isOn={filter.unread} onChange={unread => onChange({ unread })} />
      <Toggle name={said.failed} isOn={filter.notDelivered} onChange={notDelivered => onChange({ notDelivered })} />
      {look === "wide" && filter.kind === "invoice" && filter.inMatter === "any" && <MatterMenu onChange={change} />}
      <MenuTrigger>
        <Button ref={add} className={styles.filter ?? ""}>
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          {said.add}
        </Button>
        <AddMenu
          look={look}
          filter={filter}
          hasAdministrations={administrations.length > 1}
          onAsk={setAsked}
          onChange={change}
        />
      </MenuTrigger>
      <Popover
        triggerRef={anchor}
        isOpen={asked !== undefined}
        onOpenChange={isOpen => !isOpen && setAsked(undefined)}
        placement="bottom start"
        offset={4}
        className={styles.popover ?? ""}
      >
        {asked && (
          <Dialog className={styles.dialog ?? ""} aria-label={askedName(asked)}>
            <ValueForm
              part={asked}
              filter={filter}
              administrations={administrations}
              onApply={part => {
                setAsked(undefined)
                change(part)
              }}
            />
          </Dialog>
        )}
      </Popover>
    </fieldset>
  )
}

const names: Record<AskedPart, string> = {
  administrations: said.administration,
  overdue: said.overdueName,
  due: said.dueName,
  amount: said.amountName,
  silent: said.silentName,
}
const askedName = (part: AskedPart) => names[part]

function Toggle({ name, isOn, onChange }: { name: string; isOn: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      className={classNames(styles.filter, isOn && styles.chosen)}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {name}
    </button>
  )
}

function MatterMenu({ onChange }: Pick<FiltersProps, "onChange">) {
  return (
    <MenuTrigger>
      <Button className={styles.filter ?? ""}>
        {said.matter}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu
        placement="bottom start"
        aria-label={said.matter}
        onAction={key => onChange({ inMatter: key as OverviewFilter["inMatter"] })}
      >
        <MenuItem id="in">{said.matters.in}</MenuItem>
        <MenuItem id="not-in">{said.matters["not-in"]}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

type AddMenuProps = Omit<FiltersProps, "administrations"> & {
  hasAdministrations: boolean
  onAsk: (part: AskedPart) => void
}

/** All filters that are not set. */
function AddMenu({ look, filter, hasAdministrations, onAsk, onChange }: AddMenuProps) {
  const isSet = (part: (typeof filterParts)[number]) => partInWords(part, { filter, administrations: [] }) !== undefined
  const asks = (Object.keys(names) as AskedPart[]).filter(
    part => !isSet(part) && (part !== "administrations" || hasAdministrations),
  )
  const states = (["open", "settled"] as const).filter(state => state !== filter.state)
  const others: Record<string, [name: string, part: Partial<OverviewFilter>]> = {
    ...Object.fromEntries(states.map(state => [state, [said.states[state], { state }]])),
    ...(look === "compact" && filter.kind === "invoice" && filter.inMatter === "any"
      ? { in: [said.matters.in, { inMatter: "in" }], "not-in": [said.matters["not-in"], { inMatter: "not-in" }] }
      : {}),
    ...(filter.noAddress ? {} : { noAddress: [said.noAddress, { noAddress: true }] }),
    ...(isSet("marks")
      ? {}
      : {
          marked: [said.marks.marked, { doNotMessage: "marked" }],
          "not-marked": [said.marks["not-marked"], { doNotMessage: "not-marked" }],
        }),
  }
  return (
    <Menu
      placement="bottom start"
      aria-label={said.add}
      onAction={key => {
        const other = others[String(key)]
        if (other) onChange(other[1])
        else onAsk(key as AskedPart)
      }}
    >
      {[
        ...asks.map(part => (
          <MenuItem key={part} id={part}>
            {names[part]}
          </MenuItem>
        )),
        ...Object.entries(others).map(([id, [name]]) => (
          <MenuItem key={id} id={id}>
            {name}
          </MenuItem>
        )),
      ]}
    </Menu>
  )
}
