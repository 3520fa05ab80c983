import { formatSize } from "@casepost/shared/formats"
import { CircleAlert, FileText, Image, type LucideIcon, RotateCw, X } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { classNames } from "../../ui/class-names"
import { words } from "../words"
import styles from "./attachment-card.module.css"
import type { Upload } from "./uploads"

type AttachmentCardProps = {
  upload: Upload
  sizeNote?: string | undefined
  onRemove: () => void
  onRetry: () => void
}

/** One file: waiting, on its way with a bar and bytes, there, refused with the reason, or failed. */
export function AttachmentCard({ upload, sizeNote, onRemove, onRetry }: AttachmentCardProps) {
  const isWrong = upload.state === "refused" || upload.state === "failed"
  const Icon = isWrong ? CircleAlert : iconOf(upload.name)
  return (
    <li className={classNames(styles.card, isWrong && styles.wrong)}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
      <span className={styles.name}>{upload.name}</span>
      {!isWrong && upload.state !== "uploading" && (
        <span className={styles.size}>
          {upload.state === "queued"
            ? words.queued
            : [formatSize(upload.size, "en"), sizeNote].filter(Boolean).join(", ")}
        </span>
      )}
      {upload.state === "uploading" && <Progress sent={upload.sent} size={upload.size} name={upload.name} />}
      {upload.state === "failed" && (
        <Button size="sm" kind="link" icon={RotateCw} onPress={onRetry}>
          {words.tryAgain}
        </Button>
      )}
      <IconButton icon={X} size="xs" label={words.remove(upload.name)} onPress={onRemove} />
      {isWrong && (
        <span role="alert" className={styles.why}>
          {upload.why}
        </span>
      )}
    </li>
  )
}

function Progress({ sent, size, name }: { sent: number; size: number; name: string }) {
  return (
    <>
      <progress className={styles.bar} value={sent} max={size} aria-label={name} />
      <span className={styles.size}>{words.uploading(formatSize(sent, "en"), formatSize(size, "en"))}</span>
    </>
  )
}

/** A picture or a paper, by the name's ending. */
export function iconOf(name: string): LucideIcon {
  return /\.(png|jpe?g|gif|webp|heic|svg)$/i.test(name) ? Image : FileText
}
