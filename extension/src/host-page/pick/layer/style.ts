/** Colours as `ui/tokens.css` has them: the page's own styles never reach in here, and ours never out. */
const tokens = `
  --raised: #fff; --text: #16181f; --text-2: #464c5b; --text-3: #626978; --line: #e6e8ed; --line-strong: #d5d9e1; --line-control: #868d9c;
  --hover: #f1f2f5; --active: #e9ebf0; --accent: #2b4bd0; --accent-hover: #2340ba; --accent-text: #2644c4; --accent-soft: #eef1fe; --success: #1e9e5a;
  --warning: #96450a; --subtle: #f4f5f7;
  --sh-2: 0 0 0 1px rgb(20 23 31 / .05), 0 2px 4px rgb(20 23 31 / .04), 0 8px 24px rgb(20 23 31 / .10);
  --sh-3: 0 0 0 1px rgb(20 23 31 / .07), 0 8px 16px rgb(20 23 31 / .06), 0 24px 64px rgb(20 23 31 / .20);`
const darkTokens = `
  --raised: #1e2128; --text: #f0f1f4; --text-2: #bcc1cc; --text-3: #979ead; --line: #262a32; --line-strong: #353a45; --line-control: #717989;
  --hover: #22252d; --active: #2a2e37; --accent: #4462e3; --accent-hover: #4967e6; --accent-text: #9dafff; --accent-soft: #1b2138; --success: #3dbb77;
  --warning: #f3a866; --subtle: #1b1e24;
  --sh-2: 0 0 0 1px rgb(255 255 255 / .07), 0 8px 24px rgb(0 0 0 / .5);
  --sh-3: 0 0 0 1px rgb(255 255 255 / .08), 0 24px 64px rgb(0 0 0 / .6);`
const font = `font: 420 13px/20px "Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif; font-feature-settings: "cv05", "cv11", "ss03";
  -webkit-font-smoothing: antialiased; letter-spacing: 0;`

/** The element in the page: everything important, or a page's own \`* { … !important }\` would win. */
export const layerStyle = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; width: 100% !important; height: 100% !important;
  max-width: none !important; max-height: none !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  display: block !important; overflow: visible !important; background: transparent !important; pointer-events: none !important;
  z-index: 2147483647 !important; color-scheme: light !important; contain: layout style !important; }
.shield, .bar { border: 0; background: transparent; pointer-events: auto; color-scheme: light; }
.shield { position: fixed; inset: 0; width: 100%; height: 100%; cursor: crosshair; outline: none; }
.bar { position: fixed; left: 50%; bottom: 24px; width: min(872px, calc(100% - 32px)); height: 100px; transform: translateX(-50%);
  border-radius: 16px; }
.bar { box-shadow: 0 0 0 1px rgb(20 23 31 / .07), 0 8px 16px rgb(20 23 31 / .06), 0 24px 64px rgb(20 23 31 / .20); }
.bar.dark { box-shadow: 0 0 0 1px rgb(255 255 255 / .08), 0 24px 64px rgb(0 0 0 / .6); }
.over { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: transparent; pointer-events: none; color-scheme: light; }
`

export const shieldStyle =
  "html, body { margin: 0; height: 100%; background: transparent; cursor: crosshair; outline: none; }"

/** Of what lies over the page: its own document too, so that its type does not depend on the page, nor the page's on it. */
export const overStyle = `
html { ${tokens} background: transparent; }
html[data-theme="dark"] { ${darkTokens} }
body { ${font} margin: 0; background: transparent; overflow: hidden; }
.outline { position: fixed; box-sizing: border-box; border: 2px solid var(--accent); border-radius: 8px;
  background: color-mix(in srgb, var(--accent) 5%, transparent); box-shadow: 0 0 0 4px color-mix(in srgb, var(--accent) 16%, transparent); }
.outline.none { border-style: dashed; border-color: var(--line-control); background: none; box-shadow: none; }
.also { position: fixed; box-sizing: border-box; border: 1.5px dashed var(--accent); border-radius: 6px; }
.tip { position: fixed; display: flex; gap: 9px; max-width: min(360px, calc(100% - 24px)); padding: 9px 13px 9px 14px; box-sizing: border-box;
  border-radius: 12px; background: var(--raised); color: var(--text); box-shadow: var(--sh-2); }
.tip svg { flex: none; margin-top: 3px; color: var(--text-3); }
.tip.known svg { color: var(--success); } .tip.unknown svg { color: var(--warning); }
.tip p { margin: 0; } .tip b { font-weight: 620; } .tip .how { font-size: 12px; line-height: 18px; color: var(--text-2); }
.tip.shake { animation: shake 160ms; }
@keyframes shake { 25% { transform: translateX(-3px) } 75% { transform: translateX(3px) } }
@media (prefers-reduced-motion: reduce) { .tip.shake { animation: none; } }
@media (forced-colors: active) { .outline, .tip, .bar { border: 2px solid Highlight; } }
`

/** Of the bar's own document. */
export const barStyle = `
html { ${tokens} height: 100%; }
html[data-theme="dark"] { ${darkTokens} }
body { ${font} margin: 0; height: 100%; box-sizing: border-box; padding: 12px 20px 12px 16px; overflow: hidden; border-radius: 16px;
  background: var(--raised); color: var(--text); cursor: default; user-select: none; }
p, ol { margin: 0; padding: 0; }
.top { display: flex; align-items: center; gap: 12px; height: 40px; }
.top > svg { flex: none; }
.said { flex: 1; min-width: 0; } .said h1 { margin: 0; font-size: 13px; line-height: 19px; font-weight: 620; }
.said p { font-size: 12px; line-height: 18px; color: var(--text-2); }
.said h1, .said p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
ol { display: flex; gap: 4px; list-style: none; } li { display: flex; align-items: center; gap: 8px; height: 28px; padding: 0 10px 0 4px; border-radius: 14px;
  font-weight: 530; color: var(--text-2); white-space: nowrap; }
li .mark { display: grid; place-items: center; width: 18px; height: 18px; border-radius: 9px; background: var(--active); font-size: 11px; line-height: 16px; }
li[aria-current] { background: var(--accent-soft); color: var(--accent-text); } li[aria-current] .mark { background: var(--accent); color: #fff; }
li.done .mark { background: none; color: var(--success); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
button { all: unset; box-sizing: border-box; height: 32px; padding: 0 12px; border-radius: 8px; font-weight: 530; cursor: pointer; white-space: nowrap; }
button:hover { background: var(--hover); } button:active { background: var(--active); }
button:focus-visible { box-shadow: 0 0 0 2px var(--raised), 0 0 0 4px var(--accent); }
button.bordered { border: 1px solid var(--line-strong); box-shadow: 0 1px 2px rgb(20 23 31 / .06); }
button.primary { background: var(--accent); color: #fff; } button.primary:hover { background: var(--accent-hover); }
button.link { height: 24px; padding: 0 6px; border-radius: 6px; font-size: 12px; color: var(--accent-text); }
.foot { display: flex; align-items: center; gap: 16px; margin-top: 8px; padding-top: 9px; border-top: 1px solid var(--line); font-size: 12px; line-height: 18px;
  color: var(--text-2); white-space: nowrap; }
.foot .key { display: flex; align-items: center; gap: 4px; }
kbd { display: inline-grid; place-items: center; box-sizing: border-box; min-width: 18px; height: 18px; padding: 0 4px; border: 1px solid var(--line-strong); border-radius: 4px;
  font: 530 11px/16px inherit; font-family: inherit; color: var(--text-2); }
.blocked { display: flex; align-items: center; gap: 6px; margin-left: auto; }
@media (max-width: 700px) { ol { display: none; } .foot .key:nth-child(-n+3) { display: none; } }
@media (forced-colors: active) { body { border: 1px solid CanvasText; } }
`
