import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export type HostPage = { html: string; headers?: Record<string, string> }
export type ServedPages = { origin: string; close: () => Promise<void> }

/** Pages of somebody else's tool, each under its path, on an origin of their own. */
export async function servePages(pages: Readonly<Record<string, HostPage>>): Promise<ServedPages> {
  const server = createServer((request, answer) => {
    const page = pages[new URL(request.url ?? "/", "http://localhost").pathname]
    answer.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers })
    answer.end(page?.html ?? "")
  })
  await new Promise<void>(resolve => server.listen(0, "localhost", resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** A page of a tool that shows one invoice of the demo organisation. */
export function invoicePage(more = "", { head = "", number = "VF-2026-04183" } = {}): string {
  return `<!doctype html><html><head><title>Invoice ${number}</title>${head}</head>
    <body><h1>Invoice ${number}</h1><p><label>Remark <input id="remark"></label></p>${more}</body></html>`
}
