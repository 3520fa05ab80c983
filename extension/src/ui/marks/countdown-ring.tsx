type CountdownRingProps = {
  /** Seconds still to go, and out of how many. */
  left: number
  total: number
  size?: number
  track?: string
  colour?: string
}

/** The ring that empties while a sending can be undone. Decoration: the seconds stand beside it. */
export function CountdownRing({
  left,
  total,
  size = 16,
  track = "var(--accent-soft-2)",
  colour = "var(--accent-text)",
}: CountdownRingProps) {
  const length = 2 * Math.PI * 6.5
  const share = total > 0 ? Math.min(1, Math.max(0, left / total)) : 0
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" style={{ transform: "rotate(-90deg)" }}>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke={track} strokeWidth="2" />
      <circle
        cx="8"
        cy="8"
        r="6.5"
        fill="none"
        stroke={colour}
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={`${length * share} ${length}`}
      />
    </svg>
  )
}
