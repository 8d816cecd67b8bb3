import { listRequestsSchema, type RequestFilters } from './request-schema.ts'

/** A list of requests as its address says it. */
export function readRequestList(search: Record<string, string | string[] | undefined>): RequestFilters {
  const one = (name: string) => {
    const value = search[name]
    return (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', '').slice(0, 200)
  }
  return listRequestsSchema.parse({
    ...{ show: one('show'), site: one('site') ?? null, q: one('q') ?? '' },
    ...{ after: search.after, before: search.before },
  })
}
