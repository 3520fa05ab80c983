import { type Logo, mostLogoWidth } from "@casepost/shared/signatures"
import { ImagePlus, Trash2 } from "lucide-react"
import { useEffect, useId, useRef } from "react"
import { FileTrigger } from "react-aria-components"
import { useDroppedFiles } from "../attachments/field/use-dropped-files"
import { Button } from "../ui/buttons/button"
import { classNames } from "../ui/class-names"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import styles from "./signature-form.module.css"
import { useUploadLogo } from "./upload-logo"
import { words } from "./words"

const kinds = ["image/png", "image/jpeg", "image/gif"]
const leastWidth = 16
/** Higher than this no logo is shown. */
const mostHeight = 240

/** The logo of a signature: chosen or dropped, made wider or narrower, removed. */
export function LogoField({ logo, onChange }: { logo: Logo | null; onChange: (logo: Logo | null) => void }) {
  const send = useUploadLogo()
  const address = useRef<string | undefined>(undefined)
  const id = useId()
  useEffect(() => () => void (address.current && URL.revokeObjectURL(address.current)), [])
  function take(files: readonly File[]) {
    const file = files[0]
    if (!file || send.isPending) return
    send.mutate(file, {
      onSuccess: sent => {
        if (address.current) URL.revokeObjectURL(address.current)
        // Nobody may see it under its own address before it is saved.
        address.current = URL.createObjectURL(file)
        onChange({ ...sent, url: address.current })
      },
    })
  }
  const drop = useDroppedFiles(take)
  const ratio = logo ? logo.width / logo.height : 1
  const widest = Math.max(leastWidth, Math.min(mostLogoWidth, Math.floor(mostHeight * ratio)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row
    <div
      role="group"
      aria-label={words.logo}
      className={classNames(styles.logo, drop.isOver && styles.over)}
      {...drop.takes}
    >
      <span className={styles.label}>{words.logo}</span>
      <div className={styles.row}>
        <FileTrigger acceptedFileTypes={kinds} onSelect={list => take(Array.from(list ?? []))}>
          <Button icon={ImagePlus} isBusy={send.isPending}>
            {logo ? words.otherLogo : words.addLogo}
          </Button>
        </FileTrigger>
        {logo && (
          <>
            <Button kind="ghost" icon={Trash2} onPress={() => onChange(null)}>
              {words.removeLogo}
            </Button>
            <label htmlFor={id}>{words.width}</label>
            <input
              id={id}
              type="range"
              className={styles.range}
              min={leastWidth}
              max={widest}
              step={1}
              value={Math.min(logo.width, widest)}
              aria-valuetext={words.pixels(logo.width)}
              onChange={event => {
                const width = Number(event.target.value)
                onChange({ ...logo, width, height: Math.max(1, Math.round(width / ratio)) })
              }}
            />
            <output className={styles.quiet}>{words.pixels(logo.width)}</output>
          </>
        )}
        {!logo && <span className={styles.quiet}>{words.logoKinds}</span>}
      </div>
      {send.error && <ProblemNotice problem={send.error} />}
    </div>
  )
}
