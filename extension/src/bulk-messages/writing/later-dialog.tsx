import { cityOf, momentOf, offsetInWords } from "@casepost/shared/zoned-time"
import { useState } from "react"
import { useSession } from "../../access/session"
import { LaterMoment } from "../../messages/send-later/later-moment"
import { dayOf, laterPresets } from "../../messages/send-later/later-presets"
import { words as messageWords } from "../../messages/words"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Radio, RadioGroup } from "../../ui/fields/radio"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { words } from "../words"
import type { Writing } from "./use-bulk-writing"

/** When the messages are to leave: presets or a moment, in the administration's zone. */
export function LaterDialog({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const { message } = writing
  const { membership } = useSession()
  const administration = membership.administrations.find(one => one.id === message.administrationIds[0])
  const zone = administration?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const [presets] = useState(() => laterPresets(new Date(), zone))
  const [at, setAt] = useState(presets[0]?.at ?? { date: "", time: "09:00" })
  const [isPast, setPast] = useState(false)
  const chosen = presets.find(preset => preset.at.date === at.date && preset.at.time === at.time)
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(at.date) && /^\d\d:\d\d$/.test(at.time)
  const moment = isWhole ? momentOf(at, zone) : undefined

  async function schedule() {
    if (!moment || moment <= new Date()) return setPast(true)
    await writing.send(moment.toISOString())
    onClose()
  }
  return (
    <Dialog
      title={words.foot.later}
      subtitle={words.foot.laterAbout(message.messages)}
      isOpen
      onOpenChange={onClose}
      onSubmit={() => void schedule()}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={writing.isSending}>
            {messageWords.later.schedule(moment ? `${dayOf(at.date).slice(0, 3)} ${at.time}` : "")}
          </Button>
        </>
      }
    >
      {isPast && <ProblemNotice problem={{ message: messageWords.later.past }} />}
      <RadioGroup
        label={messageWords.later.presets}
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
        zone={messageWords.later.zone(
          cityOf(zone),
          offsetInWords(moment ?? new Date(), zone),
          message.administrationNames[0] ?? "",
        )}
      />
    </Dialog>
  )
}
