import { type HostPage, invoicePage } from "./serve-pages.ts"

const strict = "default-src 'none'; frame-src 'none'; child-src 'none'; style-src 'none'; base-uri 'none'"

/** What pages do that was never meant for us, and in which launcher and panel must stand all the same. */
export const strangePages: Readonly<Record<string, HostPage>> = {
  "/hostile-css": {
    html: invoicePage("", {
      head: `<style>*, *::before { all: unset !important; display: none !important; opacity: 0 !important;
        transform: scale(0) !important; pointer-events: none !important; visibility: hidden !important }
        html > div, div[style], iframe { display: none !important; width: 0 !important; clip-path: inset(50%) !important }</style>`,
    }).replace(
      "<html>",
      '<html style="display: block !important; opacity: 1 !important; transform: none !important; visibility: visible !important; pointer-events: auto !important">',
    ),
  },
  "/strict-csp": {
    html: invoicePage(),
    headers: { "content-security-policy": `${strict}; require-trusted-types-for 'script'; trusted-types 'none'` },
  },
  "/coep-require-corp": {
    html: invoicePage(),
    headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
  },
  "/coep-credentialless": {
    html: invoicePage(),
    headers: { "cross-origin-embedder-policy": "credentialless", "cross-origin-opener-policy": "same-origin" },
  },
  "/frame-rules": {
    html: invoicePage(),
    headers: { "x-frame-options": "DENY", "permissions-policy": "clipboard-write=(), fullscreen=()" },
  },
  "/grid-html": { html: invoicePage("", { head: "<style>html { display: grid; gap: 40px }</style>" }) },
}

export const plainPages: Readonly<Record<string, HostPage>> = {
  "/": { html: invoicePage() },
  "/other": { html: invoicePage("", { number: "VF-2026-04211" }) },
  "/list": { html: "<!doctype html><title>Nothing</title><h1>Nothing here</h1>" },
  "/framed": { html: invoicePage('<iframe src="/" width="600" height="300"></iframe>') },
  "/dialog": {
    html: invoicePage(`<dialog id="dialog" style="transform: translateX(40px); overflow: hidden"><p>Sure?</p><input id="inside"></dialog>
      <button id="open" onclick="dialog.showModal()">Open</button>`),
  },
  "/sandboxed": { html: invoicePage(), headers: { "content-security-policy": "sandbox allow-forms" } },
}
