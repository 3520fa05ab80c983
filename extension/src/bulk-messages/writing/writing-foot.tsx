import { CornerDownLeft, TriangleAlert } from "lucide-react"
import { useId } from "react"
import { Button } from "../../ui/buttons/button"
import { SplitButton } from "../../ui/buttons/split-button"
import { controlKey } from "../../ui/keyboard/shortcut-list"
import { Kbd } from "../../ui/marks/kbd"
import { Spinner } from "../../ui/marks/spinner"
import { Menu, MenuItem } from "../../ui/overlays/menu"
import { words } from "../words"
import { whyLeftOut } from "./left-out-words"
import type { Writing } from "./use-bulk-writing"
import styles from "./writing-foot.module.css"

type WritingFootProps = {
  writing: Writing
  onFillIn: () => void
  onShowLeftOut: () => void
  onSend: () => void
  onLater: () => void
  onTest: () => void
  onDiscard: () => void
}

/** The same in Write and in Check: who is left out and why, how many messages go, and the button that sends them. */
export function WritingFoot(props: WritingFootProps) {
  const { writing } = props
  const { message } = writing
  const isChecked = message.checked >= message.total
  const leftOut = isChecked ? message.total - message.messages : 0
  const isFillable = message.missing.some(one => one.name !== "invoice-pdf")
  const reasonId = useId()
  const reason = writing.forbidden ?? (isChecked && message.messages === 0 ? words.write.nothingGoes : undefined)
  const deeds: Record<string, () => void> = { later: props.onLater, test: props.onTest, discard: props.onDiscard }
  return (
    <>
      <p className={styles.leftOut} role="status">
        {!isChecked && (
          <>
            <Spinner />
            <span className={styles.numbers}>{words.foot.checking(message.checked, message.total)}</span>
          </>
        )}
        {leftOut > 0 && (
          <>
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
            <span>
              <strong>{words.foot.leftOut(leftOut)}</strong> {whyLeftOut(message)}
            </span>
          </>
        )}
      </p>
      {leftOut > 0 && (
        <Button size="sm" onPress={isFillable ? props.onFillIn : props.onShowLeftOut}>
          {isFillable ? words.foot.fillIn : words.foot.show}
        </Button>
      )}
      <span className={styles.send}>
        <span className={styles.numbers} role="status" id={`${reasonId}-numbers`}>
          {message.messages === 0
            ? words.foot.none
            : words.foot.numbers(message.messages, message.mails, message.portalOnly)}
        </span>
        <SplitButton
          onPress={props.onSend}
          menuLabel={words.foot.menu}
          menu={
            <Menu placement="top end" onAction={key => deeds[String(key)]?.()}>
              <MenuItem id="later">{words.foot.later}</MenuItem>
              <MenuItem id="test">{words.foot.test}</MenuItem>
              <MenuItem id="discard" isDangerous>
                {words.foot.discard}
              </MenuItem>
            </Menu>
          }
          after={
            <>
              <Kbd on="accent">{controlKey}</Kbd>
              <Kbd on="accent">
                <CornerDownLeft aria-hidden="true" />
              </Kbd>
            </>
          }
          isBusy={writing.isSending}
          isDisabled={reason !== undefined || writing.isLocked}
          aria-describedby={reason ? reasonId : `${reasonId}-numbers`}
        >
          {words.foot.send}
        </SplitButton>
        {reason && (
          <span id={reasonId} hidden>
            {reason}
          </span>
        )}
      </span>
    </>
  )
}
