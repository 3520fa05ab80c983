/** The OpenAPI document as the documentation page needs it: flat, with every reference resolved. */
export type Operation = {
  id: string
  method: string
  path: string
  tag: string
  summary: string
  description: string
  needs: string
  parameters: Field[]
  body: Field[]
  bodyType: string | undefined
  answers: { status: string; description: string; type: string | undefined; fields: Field[] }[]
}
export type Field = { name: string; type: string; required: boolean; description: string; depth: number }

type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  maxLength?: number
  default?: unknown
}
type Content = Record<string, { schema?: Schema }>
type Described = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: Record<string, unknown>[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Content }
  responses?: Record<string, { description?: string; content?: Content }>
}

const methods = ["get", "post", "put", "patch", "delete"]
const deepest = 5

/** Every operation of the document, in the document's order. */
export function operationsOf(document: unknown): Operation[] {
  const { paths = {}, components } = document as {
    paths?: Record<string, Record<string, Described>>
    components?: { schemas?: Record<string, Schema> }
  }
  const named = components?.schemas ?? {}
  return Object.entries(paths).flatMap(([path, at]) =>
    methods.flatMap(method => (at[method] ? [describe(path, method, at[method], named)] : [])),
  )
}

type Named = Record<string, Schema>

function describe(path: string, method: string, described: Described, named: Named): Operation {
  const [bodyType, body] = contentOf(described.requestBody?.content, named)
  const needs = described.security?.flatMap(Object.keys)[0]
  return {
    id: described.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    tag: described.tags?.[0] ?? "casepost",
    summary: described.summary ?? "",
    description: described.description ?? "",
    needs: needs === "bearer" ? "Bearer token" : needs === "portalSession" ? "Portal session" : "Nothing",
    parameters: (described.parameters ?? []).map(parameter => ({
      name: parameter.name,
      type: `${typeName(parameter.schema ?? {}, named)}, ${parameter.in}`,
      required: parameter.required ?? false,
      description: parameter.description ?? parameter.schema?.description ?? "",
      depth: 0,
    })),
    bodyType,
    body,
    answers: Object.entries(described.responses ?? {}).map(([status, answer]) => {
      const [type, fields] = Number(status) < 300 ? contentOf(answer.content, named) : [undefined, []]
      return { status, description: answer.description ?? "", type, fields }
    }),
  }
}

function contentOf(content: Content | undefined, named: Named): [string | undefined, Field[]] {
  const [type, first] = Object.entries(content ?? {})[0] ?? []
  return [type, first?.schema ? fieldsOf(first.schema, named, 0) : []]
}

function fieldsOf(given: Schema, named: Named, depth: number): Field[] {
  const schema = resolve(given, named)
  if (depth > deepest) return []
  if (schema.items) return fieldsOf(schema.items, named, depth)
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    {
      name,
      type: typeName(property, named),
      required: schema.required?.includes(name) ?? false,
      description: property.description ?? resolve(property, named).description ?? "",
      depth,
    },
    ...fieldsOf(property, named, depth + 1),
  ])
  return [...own, ...parts.flatMap(part => fieldsOf(part, named, depth))]
}

function typeName(given: Schema, named: Named): string {
  const name = given.$ref?.split("/").at(-1)
  if (name) return name
  const schema = resolve(given, named)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(" | ")
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(one => typeName(one, named)).join(" | ")
  if (schema.items) return `${typeName(schema.items, named)}[]`
  const type = [schema.type ?? "object"].flat().join(" | ")
  return schema.format ? `${type} (${schema.format})` : type
}

function resolve(schema: Schema, named: Named): Schema {
  const name = schema.$ref?.split("/").at(-1)
  return name ? (named[name] ?? {}) : schema
}
