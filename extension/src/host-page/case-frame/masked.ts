/** Milliseconds between two looks: what it looks at, nothing tells of. */
const every = 200

/**
 * Watches what holds the panel for masks and clips, which Chrome's observer of visibility does not tell of. In the top layer nothing of the
 * page's holds it. @returns what ends it
 */
export function watchMasks(host: HTMLElement, box: HTMLElement, onMasked: () => void): () => void {
  const timer = setInterval(() => {
    if (!box.popover && isMasked(host)) onMasked()
  }, every)
  return () => clearInterval(timer)
}

function isMasked(host: HTMLElement): boolean {
  for (let holder = host.parentElement; holder; holder = holder.parentElement) {
    const { maskImage, clipPath, webkitMaskBoxImageSource } = getComputedStyle(holder)
    if ([maskImage, clipPath, webkitMaskBoxImageSource].some(one => one && one !== "none")) return true
  }
  return false
}
