import { z } from 'zod'
import type { ApiScope } from '#lib/domain/api/api-scopes.ts'
import type { ChangeProgress } from '#lib/domain/api/change-fate.ts'
import { type FormBody, type FormBodyWords, formBody, isKeepable } from '#lib/domain/api/form-body.ts'
import type { CustomNoun } from '#lib/domain/custom-fields.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { ProgramVisit } from '../workspaces/token-scope.ts'
import { getOf, isCursorOf, isSeen, listOf, type NounToRead, schemaOf } from './api-noun.ts'
import { BadFields } from './bad-fields.ts'
import { requireKnownFields, requireSeen } from './named-things.ts'

/** What a program asks, once its address and its query are read. */
export type ApiCall = ProgramVisit & {
  ids: Readonly<Record<string, string>>
  query: Readonly<Record<string, unknown>>
  /** As the form would have sent it. */
  body: Readonly<Record<string, unknown>>
  progress: ChangeProgress
}

/** One thing a program may ask for: the route, the document, the reference and the contract test are made from these. */
export type ApiOperation = {
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  /** Ids in braces: /prospects/{prospectId} */
  path: string
  tag: string
  summary: string
  description?: string
  /** Every one of them is needed. */
  scopes: readonly ApiScope[]
  /** What is not told apart by Site: a token for some Sites does not see it. */
  allSitesOnly?: true
  query: z.ZodObject
  body?: FormBody
  answer: { name: string; schema: z.ZodType }
  status: 200 | 201
  run: (call: ApiCall) => Promise<unknown>
}

const PAGE = 25
const MOST_ON_A_PAGE = 100
export const nothing = z.strictObject({})

type Said = Pick<ApiOperation, 'id' | 'path' | 'summary'> & { description?: string }

type Filter = {
  schema: z.ZodType
  where: (value: string, scope: WorkspaceScope) => Record<string, unknown>
  /** Of one thing of this kind, by its id. */
  of?: NounToRead
}

/** A list, a page at a time. */
export function lists(
  noun: NounToRead,
  said: Said,
  filters: Record<string, Filter> = {},
  narrowed: (ids: ApiCall['ids']) => Record<string, unknown> = () => ({}),
  under?: { id: string; noun: NounToRead },
): ApiOperation {
  const one = schemaOf(noun)
  const page = z.strictObject({ items: z.array(one), next: z.string().nullable() })
  return {
    ...said,
    ...{ method: 'GET', tag: noun.noun, scopes: [`${noun.noun}:read`], status: 200 },
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(PAGE),
      cursor: z
        .string()
        .max(4000)
        .refine((text) => isCursorOf(noun, text), 'That is no cursor of this list.')
        .optional(),
      ...Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema.optional()])),
    }),
    answer: { name: `${noun.title}Page`, schema: page },
    run: async ({ scope, query, ids }) => {
      if (under) await getOf(under.noun, scope, ids[under.id] ?? '')
      const asked = Object.entries(filters).flatMap(([name, { where }]) =>
        typeof query[name] === 'string' ? [where(query[name], scope)] : [],
      )
      for (const [name, { of }] of Object.entries(filters)) {
        if (of && typeof query[name] === 'string' && !(await isSeen(of, scope, query[name])))
          return { items: [], next: null }
      }
      const place = { limit: query.limit as number, cursor: query.cursor as string | undefined }
      return listOf(noun, scope, place, { AND: [narrowed(ids), ...asked] })
    },
  }
}

/** One of them, by the last id in the path. */
export function gets(noun: NounToRead, said: Said): ApiOperation {
  const id = lastIdOf(said.path)
  return {
    ...said,
    ...{ method: 'GET', tag: noun.noun, scopes: [`${noun.noun}:read`], status: 200, query: nothing },
    answer: { name: noun.title, schema: schemaOf(noun) },
    run: ({ scope, ids }) => getOf(noun, scope, ids[id] ?? ''),
  }
}

type Change<Schema extends z.ZodType> = Said & {
  method: 'POST' | 'PATCH' | 'PUT'
  makes?: true
  noun: NounToRead
  scope: ApiScope
  /** The schema of the form that people fill in for the same thing. */
  form: Schema
  words?: FormBodyWords
  /** Whether all that is named there may be seen with this token: what the path and the fields call what. */
  sees: Readonly<Record<string, NounToRead>>
  /** Whose fields of the workspace's own `custom` holds. */
  custom?: CustomNoun
  /** What stands there now, as the form would show it: fields that are left out stay as they are. */
  present?: (call: ApiCall) => Promise<Record<string, unknown>>
  /**
   * Runs the command that the form runs.
   *
   * @param named the fields that were sent; the others are as they were read, and may be other ones by now
   * @returns the id of what to show
   */
  does: (scope: WorkspaceScope, input: z.output<Schema>, named: ReadonlySet<string>) => Promise<string>
}

/** A change, by the form's own schema and command. */
export function changes<Schema extends z.ZodType>(given: Change<Schema>): ApiOperation {
  const { id, path, summary, description, method, noun, scope: needed, form, sees, present, does } = given
  const fromPath = idsOf(path)
  const body = formBody(form, { ...given.words, fromPath })
  return {
    ...{ id, path, summary, method, tag: noun.noun, scopes: [needed], query: nothing },
    ...(description ? { description } : {}),
    body: present ? withNothingRequired(body) : body,
    answer: { name: noun.title, schema: schemaOf(noun) },
    status: given.makes ? 201 : 200,
    run: async (call) => {
      const { scope, ids } = call
      for (const name of fromPath) if (sees[name]) await getOf(sees[name], scope, ids[name] ?? '')
      const before = present ? await present(call) : {}
      const read = form.safeParse({ ...before, ...call.body, ...ids })
      if (!read.success) throw BadFields.of(read.error)
      await requireSeen(sees, call.body, scope)
      if (given.custom) await requireKnownFields(given.custom, call.body.custom, scope)
      const named = new Set(Object.keys(call.body))
      const shown = await doing(call, () => does(scope, read.data, named))
      return getOf(noun, scope, shown)
    },
  }
}

/** A tap on something that is there: no body. */
export function moves(
  noun: NounToRead,
  said: Said & { scope: ApiScope },
  does: (scope: WorkspaceScope, id: string) => Promise<unknown>,
): ApiOperation {
  const { scope: needed, ...rest } = said
  const id = lastIdOf(said.path)
  return {
    ...rest,
    ...{ method: 'POST', tag: noun.noun, scopes: [needed], status: 200, query: nothing },
    answer: { name: noun.title, schema: schemaOf(noun) },
    run: async (call) => {
      const { scope, ids } = call
      await getOf(noun, scope, ids[id] ?? '')
      await doing(call, () => does(scope, ids[id] ?? ''))
      return getOf(noun, scope, ids[id] ?? '')
    },
  }
}

/** Runs the part of a change that changes something, and says how far it has come. */
export async function doing<T>({ progress }: Pick<ApiCall, 'progress'>, work: () => Promise<T>): Promise<T> {
  progress.reached = 'begun'
  const done = await work()
  progress.reached = 'done'
  return done
}

export function idsOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

/** Text to look for. */
export function searched(): z.ZodType {
  return z.string().max(200).refine(isKeepable, 'There is a character in it that cannot be looked for.')
}

function withNothingRequired(body: FormBody): FormBody {
  const { required: _, ...json } = body.json
  return { ...body, json }
}

function lastIdOf(path: string): string {
  return idsOf(path).at(-1) ?? ''
}
