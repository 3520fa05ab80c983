import { type ServerType, serve } from "@hono/node-server"
import { type Config, ConfigError } from "./config.ts"

/** Milliseconds that running requests get to end before their connections are cut. */
const patience = 10_000

/** Starts answering. @throws ConfigError where the port is taken or may not be used */
export function listen(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<ServerType> {
  const { host, port } = config
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: fetch as never, hostname: host.replace(/[[\]]/g, ""), port }, () => resolve(server))
    server.once("error", error => reject(refusal(error as NodeJS.ErrnoException, config)))
  })
}

/** Takes no new requests and lets the running ones end. */
export function stopListening(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    if ("closeIdleConnections" in server) server.closeIdleConnections()
  })
}

function refusal(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError(`Port ${port} is in use. Stop what listens there, or set PORT to another number.`)
  if (error.code === "EACCES")
    return new ConfigError(`Port ${port} may not be used by this user. Set PORT to 1024 or above.`)
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new ConfigError(`HOST=${host} is not an address of this computer.`)
  return error
}
