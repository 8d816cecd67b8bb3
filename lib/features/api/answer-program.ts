import { actionOf, allowsScope } from '#lib/domain/api/api-scopes.ts'
import type { ChangeProgress } from '#lib/domain/api/change-fate.ts'
import { asForm, isKeepable } from '#lib/domain/api/form-body.ts'
import type { ProblemMore } from '#lib/domain/api/problem.ts'
import { bearerToken } from '#lib/domain/api/token-life.ts'
import { can, ROLE_LABELS } from '#lib/domain/roles.ts'
import { countTry } from '#lib/server/throttle.ts'
import type { Visit } from '../person-action.ts'
import { openToken, type ProgramVisit } from '../workspaces/token-scope.ts'
import { answerOnce, type PlainAnswer, requestHashOf, type UnansweredKey } from './answer-once.ts'
import type { ApiCall, ApiOperation } from './api-operation.ts'
import { allowed, operationsAt } from './api-operations.ts'
import { BadFields } from './bad-fields.ts'
import { countRequest } from './count-request.ts'
import {
  limitHeaders,
  Problem,
  problemOf,
  respond,
  respondMethods,
  respondProblem,
} from './program-answers.ts'
import { readBody } from './read-body.ts'

const BEGINS = '/api/v1'
const LONGEST_KEY = 255

/**
 * Answers a program: every request under /api/v1 but the document itself. Who asks, how often, what, and whether token and
 * role allow it; then the operation. Whatever goes wrong is an answer by RFC 9457.
 */
export async function answerProgram(request: Request, visit: Visit): Promise<Response> {
  let limits: Record<string, string> = {}
  const progress: ChangeProgress = { reached: 'not-begun' }
  try {
    const program = await whoAsks(request, visit)
    const { scope, token } = program
    const counted = await countRequest({ workspaceId: scope.workspaceId, tokenId: token.id }, visit.now)
    limits = limitHeaders(counted)
    if (counted.isTooMany)
      throw new Problem('too-many', {}, { 'retry-after': String(counted.resetsInSeconds) })
    const place = whereItIs(request)
    if (request.method === 'OPTIONS') return respondMethods(place.allow, limits)
    const { operation, ids, url } = whatIsAsked(request, place)
    refuseBeyond(operation, program)
    const query = readQuery(operation, url)
    const call = { ...program, ids, query, body: {}, progress }
    return await answerOperation(request, operation, call, url, limits)
  } catch (error) {
    const where = `${request.method} ${new URL(request.url).pathname}`
    return respondProblem(problemOf(error, where, progress), limits)
  }
}

async function whoAsks(request: Request, { now, peer }: Visit): Promise<ProgramVisit> {
  const token = bearerToken(request.headers.get('authorization'))
  const opened = token === null ? 'unknown' : await openToken(token, now)
  if (typeof opened !== 'string') return opened
  if (opened === 'leaving') throw new Problem('leaving')
  // A token that is dead is as good as a guess: whoever found one learns no more of it than once, and not at any pace.
  const waitMs = await countTry({ kind: 'token', of: peer }, now)
  const seconds = String(Math.ceil(waitMs / 1000))
  if (waitMs > 0) throw new Problem('too-many', {}, { 'retry-after': seconds })
  const error = token === null ? '' : ', error="invalid_token"'
  const detail = {
    unknown: 'Send a token as "Authorization: Bearer rapport_…". A person makes one under Settings, Tokens.',
    revoked: 'This token was revoked.',
    expired: 'This token has expired.',
  }[opened]
  throw new Problem('no-token', { detail }, { 'www-authenticate': `Bearer realm="Rapport"${error}` })
}

type Place = ReturnType<typeof whereItIs>

function whereItIs(request: Request) {
  const url = new URL(request.url)
  const path = url.pathname.startsWith(`${BEGINS}/`) ? url.pathname.slice(BEGINS.length) : url.pathname
  const place = operationsAt(path)
  if (!place) throw new Problem('not-there')
  return { ...place, url, allow: allowed([...place.methods.keys()]) }
}

function whatIsAsked(request: Request, { methods, ids, url, allow }: Place) {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const operation = methods.get(method as ApiOperation['method'])
  if (!operation) throw new Problem('wrong-method', {}, { allow })
  return { operation, ids, url }
}

/** The token's scopes and the person's present role: whichever is less. */
function refuseBeyond({ scopes, allSitesOnly }: ApiOperation, { scope, token }: ProgramVisit) {
  const lacking = scopes.filter((needed) => !allowsScope(token.scopes, needed))
  if (lacking.length > 0) throw new Problem('missing-scope', { detail: `It lacks ${lacking.join(', ')}.` })
  if (!scopes.every((needed) => can(scope.role, actionOf(needed), scope.grants)))
    throw new Problem('role-too-weak', {
      detail: `You are a ${ROLE_LABELS[scope.role].label.toLowerCase()} here.`,
    })
  if (allSitesOnly && scope.siteIds !== null)
    throw new Problem('all-sites-only', { detail: 'This is not told apart by site.' })
}

function readQuery({ query }: ApiOperation, { searchParams }: URL): Record<string, unknown> {
  const names = [...new Set(searchParams.keys())]
  const errors = names.flatMap((field) => {
    if (!Object.hasOwn(query.shape, field))
      return [{ field: field.slice(0, 80), message: 'Nothing of that name is asked here.' }]
    if (searchParams.getAll(field).length > 1) return [{ field, message: 'Please say it once.' }]
    return isKeepable(searchParams.get(field) ?? '')
      ? []
      : [{ field, message: 'There is a character in it that cannot be looked for.' }]
  })
  if (errors.length > 0) throw new Problem('bad-request', { errors })
  const read = query.safeParse(Object.fromEntries(searchParams))
  if (read.success) return read.data
  throw new Problem('bad-request', { errors: BadFields.of(read.error).errors })
}

async function answerOperation(
  request: Request,
  operation: ApiOperation,
  call: ApiCall,
  url: URL,
  limits: Record<string, string>,
): Promise<Response> {
  if (operation.method === 'GET') {
    const answer = await operation.run(call)
    return respond({ status: operation.status, body: JSON.stringify(answer) }, operation, url, limits)
  }
  const { text, body } = await readChange(request, operation)
  const run = async (): Promise<PlainAnswer> => ({
    status: operation.status,
    body: JSON.stringify(await operation.run({ ...call, body })),
  })
  const key = readKey(request)
  if (key === null) return respond(await run(), operation, url, limits)
  const { workspaceId, now } = call.scope
  const hash = requestHashOf(request.method, url.pathname, text)
  const once = await answerOnce({ workspaceId, tokenId: call.token.id, key }, hash, now, {
    progress: call.progress,
    run,
  })
  if (once.is !== 'answered') {
    const wait: Record<string, string> = once.is === 'being-done' ? { 'retry-after': '2' } : {}
    throw new Problem(once.is, KEY_PROBLEMS[once.is], wait)
  }
  const again: Record<string, string> = once.again ? { 'idempotent-replayed': 'true' } : {}
  return respond(once, operation, url, { ...limits, ...again })
}

const KEY_PROBLEMS: Readonly<Record<UnansweredKey, ProblemMore>> = {
  'key-of-another': {},
  'being-done': {},
  'done-before': { remedy: 'Look for what came of it.' },
  'in-doubt': {
    detail: 'An earlier try with this key was cut off, and nobody can tell whether it was done.',
    remedy: 'Look whether it was. If not, ask again with a new key.',
  },
}

async function readChange(request: Request, operation: ApiOperation) {
  if (!operation.body) return { text: '', body: {} }
  const read = await readBody(request)
  if (!read.ok) throw new Problem(read.problem, { detail: read.detail })
  const form = asForm(operation.body, read.body)
  if (!form.ok) throw new Problem('invalid', { errors: form.errors })
  return { text: read.text, body: form.values }
}

/** Any printable text in ASCII, as the header brings it. */
function readKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null) return null
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(key) && key.length <= LONGEST_KEY) return key
  throw new Problem('bad-request', {
    errors: [
      { field: 'Idempotency-Key', message: `Please give 1 to ${LONGEST_KEY} letters, digits or signs.` },
    ],
  })
}
