/** What the page's address says; every link keeps what it does not change. */
export interface PageQuery {
  mail?: string
  tab?: string
  q?: string
  before?: string
}

/** A link to the page with some of its query changed; undefined takes a part away. */
export function address(query: PageQuery, change: PageQuery): string {
  const parts = queryParts({ ...query, ...change })
  return parts.size === 0 ? "/mailbox" : `/mailbox?${parts}`
}

/** The query without what it does not say, and without what is none of ours. */
export function queryParts({ mail, tab, q, before }: PageQuery): URLSearchParams {
  const parts = Object.entries({ mail, tab, q, before })
  return new URLSearchParams(parts.filter((part): part is [string, string] => Boolean(part[1])))
}
