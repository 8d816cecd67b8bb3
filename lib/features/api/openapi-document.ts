import { z } from 'zod'
import { scopeLabel } from '#lib/domain/api/api-scopes.ts'
import type { JsonObject } from '#lib/domain/api/form-body.ts'
import { PROBLEMS, type ProblemKind } from '#lib/domain/api/problem.ts'
import { type ApiOperation, idsOf } from './api-operation.ts'
import { API_OPERATIONS } from './api-operations.ts'

/** Raised when something a program relies on is no longer so. */
export const API_VERSION = '1.1.0'

const INTRODUCTION = `What a person may see and do in Rapport, for their own programs.

Come in with a token (\`Authorization: Bearer rapport_…\`), made under Settings, Tokens. It never may more than its person at that moment.

Pitches, messages, reading notes and quotes are read only: they are a person's to write.

Lists come newest first, a page at a time: go on with \`cursor\` from \`next\`, or with the \`Link\` header. Times are ISO 8601 in UTC. Bodies are JSON, and what is not known is refused. Send an \`Idempotency-Key\` with a change, and trying again does no harm for a day. Errors are \`application/problem+json\` by RFC 9457.`

const TAGS: Readonly<Record<string, string>> = {
  me: 'Whose token it is',
  sites: 'What we earn links for',
  campaigns: 'One angle for one site',
  prospects: 'Outlets',
  contacts: 'People, and how one reaches them',
  touches: 'Contacts outside mail',
  promises: 'What is owed, either way',
  'reading-notes': 'Proof that somebody read them. Read only',
  pitches: 'Conversations and their mails. Read only',
  mentions: 'Pages that name us or should, and what looks at them found',
  samples: 'Things given, no strings',
  requests: 'Calls for sources',
  contributions: 'Work with outlets. Read only',
  insights: 'What others may cite. Read only',
  reports: 'What was approved for customers. Read only',
  stops: 'Who is not written to any more. Read only',
  today: 'What is due',
  numbers: 'Counts',
}

let made: JsonObject | undefined

/** What programs may ask, by OpenAPI 3.1, made from the operations themselves. */
export function openApiDocument(): JsonObject {
  made ??= makeDocument()
  return made
}

function makeDocument(): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of API_OPERATIONS) {
    paths[operation.path] ??= {}
    const at = paths[operation.path] as Record<string, unknown>
    at[operation.method.toLowerCase()] = operationJson(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Rapport', version: API_VERSION, description: INTRODUCTION },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1', description: 'This Rapport' }],
    security: [{ token: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made by a person under Settings, Tokens.' },
      },
      schemas: { ...answerSchemas(), Problem: PROBLEM },
      responses: Object.fromEntries(PROBLEM_ANSWERS),
      headers: HEADERS,
    },
  }
}

const HEADERS: JsonObject = {
  RateLimit: {
    description: 'How many requests are left, and for how many seconds: "token";r=299;t=60',
    schema: { type: 'string' },
  },
  Link: { description: 'Where the list goes on: <…>; rel="next"', schema: { type: 'string' } },
}

const PROBLEM: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    ...{ type: { type: 'string', enum: Object.keys(PROBLEMS).map((kind) => `urn:rapport:problem:${kind}`) } },
    ...{ title: { type: 'string' }, status: { type: 'integer' } },
    detail: { type: 'string', description: 'What is wrong' },
    remedy: { type: 'string', description: 'What would put it right' },
    errors: {
      type: 'array',
      description: 'What is wrong with each field',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const NAMES: Readonly<Record<number, string>> = {
  ...{ 400: 'BadRequest', 401: 'NoToken', 403: 'NotAllowed', 404: 'NotThere', 409: 'Conflict' },
  ...{ 413: 'TooLarge', 415: 'NotJson', 422: 'Refused', 429: 'TooMany', 500: 'OurFault' },
}

const PROBLEM_ANSWERS = Object.entries(NAMES).map(([status, name]) => [
  name,
  {
    description: titlesOf(Number(status)),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
])

function titlesOf(status: number): string {
  const kinds = Object.keys(PROBLEMS) as ProblemKind[]
  return kinds
    .filter((kind) => PROBLEMS[kind].status === status)
    .map((kind) => PROBLEMS[kind].title)
    .join('; or: ')
}

function operationJson(operation: ApiOperation): JsonObject {
  const { id, summary, tag, path, query, body, answer, status, method } = operation
  const changes = method !== 'GET'
  const parameters = [...idsOf(path).map(pathParameter), ...queryParameters(query)]
  const problems = [400, 401, 403, 404, 429, 500, ...(changes ? [409, 422] : []), ...(body ? [413, 415] : [])]
  return {
    operationId: id,
    summary,
    description: descriptionOf(operation),
    tags: [tag],
    parameters: changes ? [...parameters, KEY] : parameters,
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: body.json } } } }
      : {}),
    responses: {
      [status]: {
        description: status === 201 ? 'It is there now' : 'As it stands',
        headers: {
          RateLimit: { $ref: '#/components/headers/RateLimit' },
          ...(answer.name.endsWith('Page') ? { Link: { $ref: '#/components/headers/Link' } } : {}),
        },
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer.name}` } } },
      },
      ...Object.fromEntries(
        problems.toSorted().map((each) => [each, { $ref: `#/components/responses/${NAMES[each]}` }]),
      ),
    },
  }
}

function descriptionOf({ description, scopes }: ApiOperation): string {
  const needs = scopes.map((scope) => `\`${scope}\` (${scopeLabel(scope)})`).join(', ')
  return [description, scopes.length > 0 ? `The token needs ${needs}.` : 'Any token will do.']
    .filter(Boolean)
    .join('\n\n')
}

const KEY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description:
    'Any text of your own, unlike that of any other change. Trying again with it does the work once.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

function pathParameter(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
}

function queryParameters(query: z.ZodObject) {
  const { properties = {} } = jsonOf(query, 'input')
  return Object.entries(properties as Record<string, JsonObject>).map(([name, schema]) => ({
    ...{ name, in: 'query', required: false, schema },
  }))
}

/** Each answer once, by its name; a page refers to what is on it. */
function answerSchemas(): Record<string, JsonObject> {
  const schemas: Record<string, JsonObject> = {}
  for (const { answer } of API_OPERATIONS) schemas[answer.name] ??= jsonOf(answer.schema, 'output')
  for (const [name, schema] of Object.entries(schemas)) {
    const items = (schema.properties as { items?: { items?: unknown } } | undefined)?.items
    const one = name.endsWith('Page') ? name.slice(0, -'Page'.length) : null
    if (items && one && schemas[one]) items.items = { $ref: `#/components/schemas/${one}` }
  }
  return schemas
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonObject
  return json
}
