import { cityOf, momentOf, offsetInWords } from "@casepost/shared/zoned-time"
import { useState } from "react"
import { useSession } from "../../access/session"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Checkbox } from "../../ui/fields/checkbox"
import { Radio, RadioGroup } from "../../ui/fields/radio"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { LaterMoment } from "./later-moment"
import { dayOf, laterPresets } from "./later-presets"

/** When the message is to leave: presets or a moment, in the administration's zone. */
export function SendLaterDialog({ compose, onClose }: { compose: Compose; onClose: () => void }) {
  const { of, content } = compose
  const { membership } = useSession()
  const administration = membership.administrations.find(one => one.id === of.administrationId)
  const zone = administration?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const [presets] = useState(() => laterPresets(new Date(), zone))
  const [at, setAt] = useState(presets[0]?.at ?? { date: "", time: "09:00" })
  const [cancelOnReply, setCancelOnReply] = useState(true)
  const [isPast, setPast] = useState(false)
  const chosen = presets.find(preset => preset.at.date === at.date && preset.at.time === at.time)
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(at.date) && /^\d\d:\d\d$/.test(at.time)
  const moment = isWhole ? momentOf(at, zone) : undefined
  const to = compose.rows.tokens("to")[0]?.label ?? words.later.nobody

  async function schedule() {
    if (!moment || moment <= new Date()) return setPast(true)
    if (await compose.send({ sendAt: moment.toISOString(), cancelOnReply })) return
    onClose()
  }
  return (
    <Dialog
      title={words.sendLater}
      subtitle={words.later.about(content.subject || of.number, to)}
      isOpen
      onOpenChange={onClose}
      onSubmit={() => void schedule()}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={compose.isSending}>
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
        zone={words.later.zone(cityOf(zone), offsetInWords(moment ?? new Date(), zone), of.administrationName)}
      />
      <Checkbox isSelected={cancelOnReply} onChange={setCancelOnReply} description={words.later.cancelOnReplyMore}>
        {words.later.cancelOnReply}
      </Checkbox>
    </Dialog>
  )
}
