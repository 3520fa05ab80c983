/** As short as it can be: it counts towards the launcher's 2 kB. `u` is the mark, `span` what was found. Borders nobody sees are drawn where colours are forced. */
export const styles = `div{all:unset;position:fixed;right:0;z-index:2147483647;font:600 11px/12px Inter,system-ui;text-align:center;color:#1e2128;--a:#2b4bd0;--f:#fff;--n:#1e2128}
button{all:unset;display:grid;place-content:center;width:42px;height:46px;border:1px solid #0000;border-radius:12px 0 0 12px;background:var(--f);box-shadow:0 0 0 1px #8883,0 8px 24px #0003;touch-action:none}
button+button{position:absolute;height:24px;font-size:18px;visibility:hidden}
div:hover>*,div:focus-within>*{visibility:visible}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
u{margin:auto;border-radius:7px;background:var(--a);forced-color-adjust:none}
u:before{content:"";display:block;width:26px;height:26px;background:#fff;clip-path:path(evenodd,"M7 7h4l2 2h6a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM5 11l8 5 8-5v2l-8 5-8-5z")}
span{width:min-content}
span:not(:empty)+u{order:-1;zoom:.8}
b{position:absolute;top:-6px;left:-6px;min-width:10px;padding:3px 4px;border-radius:9px;background:var(--n);color:#fff}
b:empty{display:none}
@media(prefers-color-scheme:dark){div{color:#fff;--a:#4462e3;--f:#1e2128;--n:#3d424e}}`
