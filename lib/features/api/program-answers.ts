import { PROBLEMS, type ProblemKind, type ProblemMore, problemBody } from '#lib/domain/api/problem.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { PlainAnswer } from './answer-once.ts'
import type { ApiOperation } from './api-operation.ts'
import { BadFields } from './bad-fields.ts'
import { REQUESTS_PER_MINUTE, type RequestCount } from './count-request.ts'

/** An answer that says no. */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly more: ProblemMore
  readonly headers: Record<string, string>

  constructor(kind: ProblemKind, more: ProblemMore = {}, headers: Record<string, string> = {}) {
    super(PROBLEMS[kind].title)
    this.kind = kind
    this.more = more
    this.headers = headers
  }
}

/** Nothing here is kept by anybody in between, shown as anything but what it is, or found by a search engine. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
}

/** draft-ietf-httpapi-ratelimit-headers: what is allowed, and what of it is left. */
export function limitHeaders({ left, resetsInSeconds }: RequestCount): Record<string, string> {
  return {
    'ratelimit-policy': `"token";q=${REQUESTS_PER_MINUTE};w=60`,
    ratelimit: `"token";r=${left};t=${resetsInSeconds}`,
  }
}

export function respond(
  { status, body }: PlainAnswer,
  operation: ApiOperation,
  url: URL,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...ALWAYS,
      ...headers,
      ...(operation.method === 'GET' ? nextLink(body, url) : {}),
      'content-type': 'application/json; charset=utf-8',
    },
  })
}

export function respondProblem(problem: Problem, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problemBody(problem.kind, problem.more)), {
    status: PROBLEMS[problem.kind].status,
    headers: {
      ...{ ...ALWAYS, ...headers, ...problem.headers },
      'content-type': 'application/problem+json; charset=utf-8',
    },
  })
}

/** What a command said, or a bug: said once here, and logged once. */
export function problemOf(error: unknown, where: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof NotFound) return new Problem('not-there')
  if (error instanceof BadFields) return new Problem('invalid', { errors: error.errors })
  if (error instanceof Refusal) {
    const isHere = error.field === 'existing' || error.field === 'alike'
    const { message: detail, remedy, field } = error
    const errors = field && !isHere ? [{ field, message: detail }] : []
    return new Problem(isHere ? 'conflict' : 'refused', { detail, remedy, errors })
  }
  const id = reportBug(error, where)
  return new Problem('our-fault', {
    detail: 'Nothing was changed.',
    remedy: `Try again. If it happens again, tell whoever runs this server: error ${id}.`,
  })
}

/** RFC 8288: where the list goes on. Relative to what was asked, so that it is right behind any proxy. */
function nextLink(body: string, url: URL): Record<string, string> {
  const { next } = JSON.parse(body) as { next?: unknown }
  if (typeof next !== 'string') return {}
  const query = new URLSearchParams(url.searchParams)
  query.set('cursor', next)
  return { link: `<${url.pathname}?${query}>; rel="next"` }
}
