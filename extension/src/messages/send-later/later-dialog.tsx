import { cityOf, momentOf, offsetInWords } from "@casepost/shared/zoned-time"
import { type ReactNode, useState } from "react"
import { useSession } from "../../access/session"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Radio, RadioGroup } from "../../ui/fields/radio"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { words } from "../words"
import { LaterMoment } from "./later-moment"
import { dayOf, laterPresets } from "./later-presets"

type LaterDialogProps = {
  title: string
  about: string
  /** Whose zone the moments are in. */
  administration: { id: string | undefined; name: string }
  isBusy: boolean
  onSchedule: (moment: Date) => Promise<void>
  onClose: () => void
  /** Stands under the moments. */
  children?: ReactNode
}

/** A moment to come: presets or one of one's own, in the administration's zone. */
export function LaterDialog(props: LaterDialogProps) {
  const { title, about, administration, isBusy, onSchedule, onClose, children } = props
  const { membership } = useSession()
  const known = membership.administrations.find(one => one.id === administration.id)
  const zone = known?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const [presets] = useState(() => laterPresets(new Date(), zone))
  const [at, setAt] = useState(presets[0]?.at ?? { date: "", time: "09:00" })
  const [isPast, setPast] = useState(false)
  const chosen = presets.find(preset => preset.at.date === at.date && preset.at.time === at.time)
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(at.date) && /^\d\d:\d\d$/.test(at.time)
  const moment = isWhole ? momentOf(at, zone) : undefined

  async function schedule() {
    if (!moment || moment <= new Date()) return setPast(true)
    await onSchedule(moment)
  }
  return (
    <Dialog
      title={title}
      subtitle={about}
      isOpen
      onOpenChange={onClose}
      onSubmit={() => void schedule()}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {words.later.schedule(moment ? `${dayOf(at.date).slice(0, 3)} ${at.time}` : "")}
          </Button>
        </>
      }
    >
      {isPast && <ProblemNotice problem={{ message: words.later.past }} />}
      <RadioGroup
        label={words.later.presets}
        hideLabel
        value={chosen?.id ?? ""}
        onChange={id => {
          const preset = presets.find(one => one.id === id)
          if (preset) setAt(preset.at)
        }}
      >
        {presets.map(preset => (
          <Radio key={preset.id} value={preset.id} description={preset.day} after={preset.at.time}>
            {preset.name}
          </Radio>
        ))}
      </RadioGroup>
      <LaterMoment
        at={at}
        onChange={next => {
          setAt(next)
          setPast(false)
        }}
        zone={words.later.zone(cityOf(zone), offsetInWords(moment ?? new Date(), zone), administration.name)}
      />
      {children}
    </Dialog>
  )
}
