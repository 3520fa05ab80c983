import { html } from "hono/html"
import type { Config } from "../../config.ts"
import { brand, type Html } from "../page/page.ts"
import type { Field, Operation } from "./operations.ts"

/** The API as a page to read: a list to find a deed in, and for each what goes in, what comes out and how it is refused. */
export async function docsPage(of: { operations: Operation[]; description: string; config: Config }): Promise<Html> {
  const groups = [...Map.groupBy(of.operations, operation => operation.tag)]
  return html`<body class="docs">
  <nav aria-label="Deeds">
    ${brand}
    <label class="find"><span>Find</span><input type="search" id="find" placeholder="send, relations, 409 …" autocomplete="off"></label>
    ${groups.map(
      ([tag, operations]) => html`<section data-group>
      <h2>${tag}</h2>
      ${operations.map(
        one =>
          html`<a href="#${one.id}" data-find="${findable(one)}"><b class="${one.method}">${one.method}</b>${one.id}</a>`,
      )}
    </section>`,
    )}
  </nav>
  <main>
    <h1>Casepost API</h1>
    <p class="lead">Version ${of.config.version} · <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1) · <code>${of.config.publicUrl}</code></p>
    <div class="intro">${introduction(of.description)}</div>
    ${groups.map(
      ([tag, operations]) =>
        html`<section data-group><h2 class="tag">${tag}</h2>${operations.map(operationCard)}</section>`,
    )}
    <p id="nothing" hidden>No deed found. Clear the search box to see all of them.</p>
  </main>
</body>`
}

function findable(one: Operation): string {
  return [one.id, one.method, one.path, one.summary, one.tag].join(" ").toLowerCase()
}

function operationCard(one: Operation): Html | Promise<Html> {
  return html`<article id="${one.id}" data-find="${findable(one)}">
  <h3><a href="#${one.id}">${one.summary || one.id}</a></h3>
  <p class="path"><b class="${one.method}">${one.method}</b> <code>${one.path}</code><span>${one.needs}</span></p>
  ${one.description ? html`<p>${inline(one.description)}</p>` : ""}
  ${fieldTable("Parameters", one.parameters)}
  ${fieldTable(`Body${one.bodyType ? ` · ${one.bodyType}` : ""}`, one.body, one.bodyType)}
  <h4>Answers</h4>
  <ul class="answers">${one.answers.filter(answer => answer.status < "300").map(answerLine)}</ul>
  <details><summary>Refusals</summary><ul class="answers">${one.answers.filter(answer => answer.status >= "300").map(answerLine)}</ul></details>
</article>`
}

function answerLine(answer: Operation["answers"][number]): Html | Promise<Html> {
  return html`<li><b class="s${answer.status[0]}">${answer.status}</b> <span>${inline(answer.description)}</span>
    ${answer.fields.length > 0 ? html`<details><summary>${answer.type}</summary>${rows(answer.fields)}</details>` : ""}</li>`
}

function fieldTable(title: string, fields: Field[], type?: string): Html | Promise<Html> | string {
  if (fields.length === 0) return type ? html`<h4>${title}</h4>` : ""
  return html`<h4>${title}</h4>${rows(fields)}`
}

function rows(fields: Field[]): Html | Promise<Html> {
  return html`<table><tbody>${fields.map(
    field => html`<tr><td class="d${field.depth}"><code>${field.name}</code>${field.required ? html`<i title="required">*</i>` : ""}</td>
    <td><code>${field.type}</code></td><td>${inline(field.description)}</td></tr>`,
  )}</tbody></table>`
}

/** The little of Markdown that the document's introduction uses: paragraphs, bold, code, one table. */
function introduction(text: string): (Html | Promise<Html>)[] {
  return text.split("\n\n").map(block => {
    if (!block.startsWith("|")) return html`<p>${inline(block)}</p>`
    const [head = [], , ...lines] = block.split("\n").map(line =>
      line
        .split("|")
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
    return html`<details><summary>All problem codes</summary><table><thead><tr>${head.map(cell => html`<th>${cell}</th>`)}</tr></thead>
    <tbody>${lines.map(cells => html`<tr>${cells.map(cell => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table></details>`
  })
}

function inline(text: string) {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map(part => {
    if (part.startsWith("**")) return html`<strong>${part.slice(2, -2)}</strong>`
    if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`
    return part
  })
}
