/** Of its own size, below which nobody reads what is in it. */
const readable = 0.7

/**
 * Whether the page does to what holds the panel what Chrome's observer of visibility does not tell of: masks, clips, and a zoom that makes it
 * too small to read. In the top layer nothing of the page's masks it.
 */
export function isMasked(host: HTMLElement, box: HTMLElement): boolean {
  let zoom = 1
  for (let holder = host.parentElement; holder; holder = holder.parentElement) {
    const { maskImage, clipPath, webkitMaskBoxImageSource, zoom: own } = getComputedStyle(holder)
    zoom *= Number(own) || 1
    if (!box.popover && [maskImage, clipPath, webkitMaskBoxImageSource].some(one => one && one !== "none")) return true
  }
  return zoom < readable
}
