/** What a reference page takes out of an OpenAPI document of ours. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  items?: JsonSchema
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  maxLength?: number
  minimum?: number
  maximum?: number
  default?: unknown
}
export type DocumentedField = { name: string; kind: string; isRequired: boolean }
export type DocumentedOperation = {
  id: string
  tag: string
  method: string
  path: string
  summary: string
  /** A paragraph each. */
  description: string[]
  parameters: DocumentedField[]
  body: DocumentedField[]
  status: string
  /** The name of its schema. */
  answer: string
}

type Content = { content?: Record<string, { schema: JsonSchema }> }
type RawOperation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters: { name: string; required: boolean; schema: JsonSchema }[]
  requestBody?: Content
  responses: Record<string, Content>
}
type RawDocument = {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, RawOperation>>
  components: { schemas: Record<string, JsonSchema> }
}

/** The document by its parts: each with its operations, in their order. */
export function readDocument(document: object) {
  const { tags, paths, components } = document as RawDocument
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => documented(path, method, operation)),
  )
  const described = new Map<string, string>()
  const [reads, changes] = [true, false].map((isRead) =>
    operations.filter(({ method }) => (method === 'GET') === isRead),
  )
  for (const { answer, id } of [...(reads ?? []), ...(changes ?? [])])
    if (!described.has(answer)) described.set(answer, id)
  return {
    schemas: components.schemas,
    /** The operation under which an answer is described: the one that reads it, where there is one. */
    answerAt: (answer: string) => described.get(answer) ?? '',
    parts: tags.map((tag) => ({ ...tag, operations: operations.filter((each) => each.tag === tag.name) })),
  }
}

/** The fields of a schema by its name; of a page, those of what is on it. */
export function namedSchema(name: string, schemas: Readonly<Record<string, JsonSchema>>): DocumentedField[] {
  const schema = schemas[name]
  return schema ? fieldsOf(schema) : []
}

function documented(path: string, method: string, raw: RawOperation): DocumentedOperation {
  const [status = '', response] = Object.entries(raw.responses).find(([code]) => code.startsWith('2')) ?? []
  const answer = response?.content?.['application/json']?.schema.$ref ?? ''
  const body = raw.requestBody?.content?.['application/json']?.schema
  return {
    ...{
      id: raw.operationId,
      tag: raw.tags[0] ?? '',
      method: method.toUpperCase(),
      path,
      summary: raw.summary,
    },
    description: raw.description.replaceAll('`', '').split('\n\n'),
    parameters: raw.parameters.map(({ name, required, schema }) => ({
      ...{ name, kind: kindOf(schema), isRequired: required },
    })),
    ...{ body: body ? fieldsOf(body) : [], status, answer: lastPart(answer) },
  }
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): DocumentedField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, kind: kindOf(schema), isRequired: required.includes(name) },
  }))
}

/** In words: "text, or nothing", "one of: open, closed". */
function kindOf(schema: JsonSchema): string {
  if (schema.$ref) return lastPart(schema.$ref)
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(', or ')
  if (schema.enum) return `one of: ${schema.enum.map((each) => shown(each)).join(', ')}`
  const types = [schema.type ?? 'anything'].flat()
  const words = types.map((type) => wordOf(type, schema)).join(', or ')
  const limits = [
    schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`,
    schema.maximum === undefined || schema.maximum > 1e9 ? '' : `at most ${schema.maximum}`,
    schema.default === undefined ? '' : `${shown(schema.default)} unless said otherwise`,
  ]
  return [words, ...limits.filter(Boolean)].join('; ')
}

function wordOf(type: string, { format, items }: JsonSchema): string {
  if (type === 'array') return `a list (${kindOf(items ?? {})})`
  if (type === 'string') return FORMATS[format ?? ''] ?? 'text'
  return TYPES[type] ?? type
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'an id',
  'date-time': 'a moment, ISO 8601 in UTC',
  date: 'a day, like 2026-03-04',
}
const TYPES: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  null: 'nothing',
}

function shown(value: unknown): string {
  return value === '' || value === null ? 'nothing' : String(value)
}

function lastPart(ref: string): string {
  return ref.split('/').at(-1) ?? ''
}
