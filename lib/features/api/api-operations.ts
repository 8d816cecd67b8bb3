import type { ApiOperation } from './api-operation.ts'
import { BOOK_WRITE_OPERATIONS } from './operations/book-write-operations.ts'
import { MENTION_WRITE_OPERATIONS } from './operations/mention-write-operations.ts'
import { OWN_READ_OPERATIONS } from './operations/own-read-operations.ts'
import { READ_OPERATIONS } from './operations/read-operations.ts'
import { REQUEST_WRITE_OPERATIONS } from './operations/request-write-operations.ts'

/** Everything a program may ask for. What is not in here cannot be asked. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  ...OWN_READ_OPERATIONS,
  ...READ_OPERATIONS,
  ...BOOK_WRITE_OPERATIONS,
  ...MENTION_WRITE_OPERATIONS,
  ...REQUEST_WRITE_OPERATIONS,
]

type Method = ApiOperation['method']

/** What lies at a path: by method, with the ids that stand in it. An id is a UUID or there is nothing there. */
export function operationsAt(
  path: string,
): { methods: ReadonlyMap<Method, ApiOperation>; ids: Record<string, string> } | null {
  for (const { pattern, methods } of PATHS) {
    const match = pattern.exec(path)
    if (match) return { methods, ids: { ...match.groups } }
  }
  return null
}

/** What can be asked where these can. RFC 9110: whoever answers GET answers HEAD. */
export function allowed(methods: readonly string[]): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const PATHS = [...Map.groupBy(API_OPERATIONS, ({ path }) => path)].map(([path, operations]) => ({
  pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, `(?<$1>${UUID})`)}$`),
  methods: new Map(operations.map((operation) => [operation.method, operation])),
}))
