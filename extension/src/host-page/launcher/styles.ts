/** As short as it can be: it counts towards the launcher's 2 kB. A transparent border is drawn where colours are forced. */
export const styles = `div{position:fixed;inset:auto 0 auto auto;z-index:2147483647;margin:0;border:0;padding:0;overflow:visible;background:0;pointer-events:none;font:620 11px/14px "Inter Variable",Inter,system-ui,sans-serif;text-align:center;--a:#2b4bd0;--f:#fff;--c:#16181f;--n:#1e2128;--s:0 0 0 1px #14171f0d,0 2px 4px #14171f0a,0 8px 24px #14171f1a}
button{all:unset;display:block;box-sizing:border-box;width:44px;border:1px solid #0000;color:var(--c);cursor:pointer}
:first-child{position:relative;height:48px;border-radius:12px 0 0 12px;background:var(--f);box-shadow:var(--s);pointer-events:auto;touch-action:none}
button+button{height:28px;font-size:18px;line-height:26px;opacity:0}
div:hover>*,div:focus-within>*{opacity:1;pointer-events:auto}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
svg{display:block;width:26px;margin:10px auto 0;fill:var(--a)}
path{fill:#fff}path+path{fill:none;stroke:var(--a);stroke-width:2.6}
:has(i:not(:empty))>svg{width:22px;margin-top:4px}
i{display:block;font-style:normal;white-space:nowrap}
b{position:absolute;top:-6px;left:-6px;box-sizing:border-box;min-width:18px;height:18px;padding:2px 4px;border-radius:9px;background:var(--n);color:#f0f1f4;font:inherit}
b:empty{display:none}
@media(prefers-color-scheme:dark){div{--a:#4462e3;--f:#1e2128;--c:#f0f1f4;--n:#3d424e;--s:0 0 0 1px #ffffff12,0 8px 24px #00000080}}`
