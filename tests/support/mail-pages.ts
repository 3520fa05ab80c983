/** Pages of mail applications of our own making, each with another way to build its address fields, served on a port of their own. */
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { freePort } from "./free-port.ts"

export type MailPages = { origin: string; close: () => Promise<void> }

type MailPage = { body: string; head?: string; html?: string; headers?: Record<string, string> }

export async function serveMailPages(): Promise<MailPages> {
  const port = await freePort()
  const app = new Hono()
  for (const [path, page] of Object.entries(pages))
    app.get(path, c => {
      for (const [name, value] of Object.entries(page.headers ?? {})) c.header(name, value)
      return c.html(textOf(page))
    })
  app.get("/modules/:name", async c => c.body(await moduleOf(c.req.param("name")), 200, javascript))
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" })
  await new Promise(resolve => server.once("listening", resolve))
  return {
    origin: `http://localhost:${port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

const javascript = { "content-type": "text/javascript; charset=utf-8" }

/** React as npm has it, as a module of the page's own small loader. */
async function moduleOf(name: string): Promise<string> {
  const files: Record<string, string> = {
    react: "react/cjs/react.production.js",
    "react-dom": "react-dom/cjs/react-dom.production.js",
    "react-dom-client": "react-dom/cjs/react-dom-client.production.js",
    scheduler: "scheduler/cjs/scheduler.production.js",
  }
  const extension = createRequire(new URL("../../extension/package.json", import.meta.url))
  const reactDom = createRequire(extension.resolve("react-dom"))
  const [folder = "", ...rest] = (files[name] ?? "").split("/")
  const root = (folder === "scheduler" ? reactDom : extension).resolve(`${folder}/package.json`)
  const source = await readFile(root.replace("package.json", rest.join("/")), "utf8")
  return `window.loaded ??= {}; loaded[${JSON.stringify(name.replace("dom-client", "dom/client"))}] = (exports, module, require) => {${source}\n}`
}

function textOf({ body, head = "", html = 'lang="en"' }: MailPage): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Mail</title><style>
    body { font: 14px/20px sans-serif; margin: 24px } form { width: 640px } label, .row { display: block; margin: 8px 0 }
    input, textarea, .line { box-sizing: border-box; width: 480px; min-height: 32px }
    .tags { display: flex; width: 480px; border: 1px solid #888; gap: 4px } .tags input { flex: 1; border: 0 } .tag { border: 1px solid #aaa }
    .line { border: 1px solid #888; padding: 6px }
  </style>${head}</head><body>${body}</body></html>`
}

/** A box with tokens: each way in which libraries finish one. */
const tokenScript = (finish: string) => `<script>
  const box = document.querySelector(".tags"), input = box.querySelector("input")
  function commit() {
    const text = input.value.replace(/[,;]\\s*$/, "").trim()
    if (!text) return
    const tag = document.createElement("span")
    tag.className = "tag"
    tag.textContent = text
    box.insertBefore(tag, input)
    input.value = ""
  }
  ${finish}
</script>`

const tags = (label: string) =>
  `<div class="row"><span>${label}</span><div class="tags" id="tags"><input id="field" autocomplete="off"></div></div><textarea aria-label="Text"></textarea>`

const plain = `<form onsubmit="window.wasSent = true; return false">
  <label>To <input type="email" multiple id="to"></label>
  <label>Cc <input id="cc"></label>
  <label>Bcc <input name="bcc" id="bcc" value="a@one.example;b@two.example"></label>
  <label>E-mail address <input type="email" id="one"></label>
  <label>Ontvangers <input id="names" placeholder="Name &lt;name@company.example&gt;"></label>
  <label>Copie à <textarea id="area"></textarea></label>
  <label>Subject <input id="subject" name="email_subject"></label>
  <label>Text <textarea id="text"></textarea></label>
  <button>Send</button></form>`

export const pages: Record<string, MailPage> = {
  "/plain": { body: plain },
  "/others": {
    body: `<input type="search" id="search" placeholder="Search e-mail">
      <input id="find" name="q" aria-label="Zoek e-mail"><input type="password" id="password" name="email_password">
      <form><input type="email" id="login" name="email"><input type="password"></form>
      <form role="search"><input id="inside" name="email"></form>
      <form><label>From <input id="from"></label><label>To <input id="until"></label></form>
      <input id="card" name="cc-number" autocomplete="cc-number"><input id="read" type="email" readonly>
      <input id="name" name="name" placeholder="Your name"><div contenteditable id="body" aria-label="E-mail body" class="line"></div>
      <textarea id="text" aria-label="E-mail text"></textarea>`,
  },
  "/enter": {
    body: tags("To") + tokenScript(`input.addEventListener("keydown", event => event.key === "Enter" && commit())`),
  },
  "/comma": {
    body: tags("Cc") + tokenScript(`input.addEventListener("input", () => /[,;]/.test(input.value) && commit())`),
  },
  "/press": {
    body:
      tags("Bcc") +
      tokenScript(
        `input.addEventListener("keypress", event => { if (event.which === 44) { event.preventDefault(); commit() } })`,
      ),
  },
  "/blur": { body: tags("Empfänger") + tokenScript(`input.addEventListener("blur", commit)`) },
  "/suggesting": {
    body:
      tags("Destinataires") +
      tokenScript(`
        input.role = "combobox"
        input.setAttribute("aria-activedescendant", "first")
        const option = document.createElement("div")
        option.id = "first"
        option.textContent = "Somebody else"
        document.body.append(option)
        input.addEventListener("keydown", event => { if (event.key === "Enter") { input.value = option.textContent; commit() } })`),
  },
  "/sending": {
    // A plain list behind a combobox, whose window sends on Enter.
    body: `<div role="dialog"><label>To <input id="field" role="combobox" aria-autocomplete="list"></label><textarea></textarea></div>
      <script>document.getElementById("field").addEventListener("keydown", event => { if (event.key === "Enter") window.wasSent = true })</script>`,
  },
  "/line": {
    body: `<div class="row"><span id="label">To</span><div class="line" id="field" contenteditable="true" aria-labelledby="label"></div></div><textarea></textarea>
      <script>
        const line = document.getElementById("field")
        line.addEventListener("keydown", event => {
          if (event.key !== "Enter") return
          event.preventDefault()
          const loose = [...line.childNodes].filter(node => node.nodeType === 3)
          const text = loose.map(node => node.data).join("").trim()
          loose.forEach(node => node.remove())
          if (!text) return
          const tag = document.createElement("span")
          tag.className = "tag"
          tag.contentEditable = "false"
          tag.textContent = text
          line.append(tag)
          getSelection().collapse(line, line.childNodes.length)
        })
      </script>`,
  },
  "/react": {
    head: ["scheduler", "react", "react-dom", "react-dom-client"]
      .map(name => `<script src="/modules/${name}"></script>`)
      .join(""),
    body: `<div id="root"></div><output id="kept"></output><script>
      const made = {}
      function need(name) {
        if (!made[name]) { const module = (made[name] = { exports: {} }); loaded[name](module.exports, module, need) }
        return made[name].exports
      }
      const { createElement: h, useState } = need("react")
      function Form() {
        const [to, setTo] = useState("")
        document.getElementById("kept").textContent = to
        return h("label", null, "To ", h("input", { name: "to", id: "field", value: to, onChange: event => setTo(event.target.value) }))
      }
      need("react-dom/client").createRoot(document.getElementById("root")).render(h(Form))
    </script>`,
  },
  "/framed": { body: `<p>A mail window in a frame</p><iframe src="/plain" style="width:700px;height:620px"></iframe>` },
  "/shadow": {
    body: `<mail-form></mail-form><script>
      document.querySelector("mail-form").attachShadow({ mode: "open" }).innerHTML =
        '<label>To <input id="field" name="to" style="width:300px"></label><label>Cc <input id="second" name="cc" style="width:300px"></label><input id="other" name="subject">'
    </script>`,
  },
  "/modal": {
    body: `<dialog style="transform: translateX(10px); overflow: hidden; width: 500px; height: 120px"><label>To <input type="email" multiple id="field"></label></dialog>
      <script>document.querySelector("dialog").showModal()</script>`,
  },
  "/rtl": { html: 'lang="ar" dir="rtl"', body: `<label>To <input type="email" multiple id="field"></label>` },
  "/low": {
    body: `<div style="height: calc(100vh - 120px)"></div><label>To <input type="email" multiple id="field"></label>`,
  },
  "/strict": {
    headers: {
      "content-security-policy":
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-forms allow-same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
    },
    body: `<label>To <input type="email" multiple id="field"></label>`,
  },
}
