import { encode } from "uqr"
import styles from "./my-settings.module.css"

/** A QR code, dark on white in both themes, as cameras want it. The same text stands beside it. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 1 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <path d={path.join("")} fill="#16181f" />
    </svg>
  )
}
