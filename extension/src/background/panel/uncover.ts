/**
 * A view transition of one element draws its pictures wherever the page wants them, over everything else, and Chrome's observer of visibility
 * does not see them (Chromium 156; those of the whole document it sees). A style of the user wins over all of the page's, in its closed roots too.
 */
const css = ":not(:root)::view-transition { display: none !important }"

/** Keeps the page from drawing over a frame of ours what Chrome does not tell of; for as long as this document stands. */
export async function uncover(target: chrome.scripting.InjectionTarget): Promise<void> {
  await chrome.scripting.insertCSS({ target, css, origin: "USER" }).catch(() => undefined)
}
