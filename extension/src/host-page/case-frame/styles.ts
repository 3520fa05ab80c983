/**
 * The panel floats beside the launcher with 16 px around it; the card stands where the launcher is pressed. Nothing covers the page. It comes in by
 * moving only: while its opacity changed, the frame would not count as seen.
 */
export const styles = `
div { position: fixed; inset: 16px 16px 16px auto; z-index: 2147483647; box-sizing: border-box; margin: 0; border: 0; padding: 0;
  width: min(464px, 100vw - 32px); height: auto; overflow: visible; border-radius: 16px; color: #16181f; background: #fff;
  font: 420 13px/20px "Inter Variable", Inter, system-ui, sans-serif; color-scheme: light dark;
  box-shadow: 0 0 0 1px #14171f12, 0 8px 16px #14171f0f, 0 24px 64px #14171f33 }
div.beside { right: 68px; width: min(464px, 100vw - 84px) }
iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 16px; color-scheme: light dark; animation: come 240ms cubic-bezier(.2, .8, .2, 1) }
div.card { bottom: auto; width: 264px; padding: 16px; animation: come 240ms cubic-bezier(.2, .8, .2, 1) }
p { margin: 0 0 12px }
button { all: unset; box-sizing: border-box; height: 32px; padding: 6px 12px; border: 1px solid transparent; border-radius: 8px;
  color: #fff; background: #2b4bd0; font-weight: 530; cursor: pointer }
button:hover { background: #2340ba }
button:focus-visible { outline: 2px solid #2b4bd0; outline-offset: 2px }
@keyframes come { from { translate: 8px 0 } }
@media (prefers-color-scheme: dark) {
  div { color: #f0f1f4; background: #15171c; box-shadow: 0 0 0 1px #ffffff14, 0 24px 64px #00000099 }
  button { background: #4462e3 }
  button:hover { background: #4967e6 }
  button:focus-visible { outline-color: #9dafff }
}
@media (prefers-reduced-motion: reduce) { iframe, div.card { animation: none } }
`
