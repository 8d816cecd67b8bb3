import { type ChangeFate, type ChangeProgress, changeFate } from '#lib/domain/api/change-fate.ts'
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

/** What can be asked at a place. */
export function respondMethods(allow: string, headers: Record<string, string>): Response {
  return new Response(null, { status: 204, headers: { ...ALWAYS, ...headers, allow } })
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

/** It was said no to, and nothing broke. */
export function isNo(error: unknown): boolean {
  return [Problem, NotFound, BadFields, Refusal].some((kind) => error instanceof kind)
}

/** What a command said, or a bug: said once here, and logged once. */
export function problemOf(error: unknown, where: string, progress: ChangeProgress): Problem {
  if (error instanceof Problem) return error
  const fate = changeFate(progress, { saidNo: isNo(error) })
  if (fate === 'done' && isNo(error)) return new Problem('done-before', UNSHOWN)
  if (error instanceof NotFound) return new Problem('not-there')
  if (error instanceof BadFields) return new Problem('invalid', { errors: error.errors })
  if (error instanceof Refusal) {
    const isHere = error.field === 'existing' || error.field === 'alike'
    const { message: detail, remedy, field } = error
    const errors = field && !isHere ? [{ field, message: detail }] : []
    return new Problem(isHere ? 'conflict' : 'refused', { detail, remedy, errors })
  }
  const id = reportBug(error, where)
  const { detail, remedy } = OUR_FAULT[fate]
  return new Problem('our-fault', {
    detail,
    remedy: `${remedy} If it happens again, tell whoever runs this server: error ${id}.`,
  })
}

const UNSHOWN = {
  detail: 'It was done, and what came of it cannot be shown to this token any more.',
  remedy: 'Do not send it again.',
}
const OUR_FAULT: Readonly<Record<ChangeFate, { detail: string; remedy: string }>> = {
  'not-done': { detail: 'Nothing was changed.', remedy: 'Try again.' },
  done: { detail: 'It was done, but its answer could not be made.', remedy: 'Do not send it again.' },
  'in-doubt': {
    detail: 'Nobody can tell whether it was done.',
    remedy: 'Look whether it was before you send it again.',
  },
}

/** RFC 8288: where the list goes on. Relative to what was asked, so that it is right behind any proxy. */
function nextLink(body: string, url: URL): Record<string, string> {
  const { next } = JSON.parse(body) as { next?: unknown }
  if (typeof next !== 'string') return {}
  const query = new URLSearchParams(url.searchParams)
  query.set('cursor', next)
  return { link: `<${url.pathname}?${query}>; rel="next"` }
}
