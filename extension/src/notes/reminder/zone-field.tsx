import { cityOf, isTimeZone, offsetInWords } from "@casepost/shared/zoned-time"
import { ChevronsUpDown } from "lucide-react"
import { useMemo, useState } from "react"
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from "react-aria-components"
import menuStyles from "../../ui/overlays/menu.module.css"
import { fold } from "../../ui/text/fold"
import { words } from "../words"
import styles from "./reminder-fields.module.css"
import { zonesWith } from "./zones"

type ZoneFieldProps = {
  zone: string
  /** Of the reminder: the offset is the one at that moment. */
  moment: Date | undefined
  onChange: (zone: string) => void
  isDisabled?: boolean
  "aria-describedby"?: string | undefined
}

/** Chooses an IANA zone by its city, with how far it is from UTC at the moment of the reminder. */
export function ZoneField({ zone, moment, onChange, isDisabled = false, ...rest }: ZoneFieldProps) {
  const [typed, setTyped] = useState<string | undefined>()
  const zones = useMemo(() => zonesWith(zone), [zone])
  const shown = useMemo(() => {
    const part = fold(typed ?? "")
    return part === "" ? zones : zones.filter(one => fold(`${one.id.replaceAll("_", " ")} ${one.city}`).includes(part))
  }, [zones, typed])
  return (
    <ComboBox
      aria-label={words.reminder.zone}
      className={styles.zone ?? ""}
      items={shown}
      inputValue={typed ?? cityOf(zone)}
      onInputChange={text => setTyped(text === cityOf(zone) ? undefined : text)}
      selectedKey={zone}
      onSelectionChange={key => {
        setTyped(undefined)
        if (key !== null) onChange(String(key))
      }}
      onBlur={() => setTyped(undefined)}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={isDisabled}
      {...rest}
    >
      <Group className={styles.zoneBox ?? ""}>
        <Input
          className={styles.zoneInput ?? ""}
          // Moving in the list gives the focus to this input anew: what was typed must not be typed over.
          onFocus={event => typed === undefined && event.currentTarget.select()}
          onKeyDownCapture={event => {
            // What was typed stands for the first that it finds, where the arrows chose no other.
            const first = typed === undefined ? undefined : shown[0]
            const isChosen = event.currentTarget.hasAttribute("aria-activedescendant")
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey || isChosen || !first) return
            event.preventDefault()
            event.stopPropagation()
            setTyped(undefined)
            onChange(first.id)
          }}
        />
        {isTimeZone(zone) && <span className={styles.offset}>{offsetInWords(moment ?? new Date(), zone)}</span>}
        <Button className={styles.zoneButton ?? ""} aria-label={words.reminder.zones}>
          <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </Group>
      <Popover offset={4} className={menuStyles.popover ?? ""}>
        <ListBox
          className={menuStyles.menu ?? ""}
          renderEmptyState={() => <p className={styles.nothing}>{words.reminder.noZone}</p>}
        >
          {(one: (typeof zones)[number]) => (
            <ListBoxItem id={one.id} textValue={one.city} className={menuStyles.item ?? ""}>
              <span className={menuStyles.words}>{one.city}</span>
              <span className={menuStyles.after}>{one.id.split("/")[0]}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
