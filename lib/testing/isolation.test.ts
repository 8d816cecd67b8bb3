import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from './a-full-workspace.ts'
import { ISOLATION, OPEN_TO_VIEWERS } from './isolation-table.ts'
import { aMember, aWorkspace } from './two-workspaces.ts'

const features = path.resolve(import.meta.dirname, '..', 'features')
const fieldsOf = Prisma as unknown as Record<string, Record<string, string>>
const OWNED_TABLES = Object.values(Prisma.ModelName).filter(
  (model) => 'workspaceId' in (fieldsOf[`${model}ScalarFieldEnum`] ?? {}),
)
const OURS = 'Ourssecretmark'
const THEIRS = 'Theirssecretmark'

type Asked = (scope: WorkspaceScope, ...rest: unknown[]) => Promise<unknown>
type Entry = { name: string; file: string; exported: string }

const entries = everyFunctionThatTakesAScope()
let ours: WorkspaceScope
let viewer: WorkspaceScope
let ourThings: FullWorkspace
let theirThings: FullWorkspace

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  ourThings = await aFullWorkspace(ours, OURS)
  theirThings = await aFullWorkspace(await aWorkspace('Theirs'), THEIRS)
  viewer = await aMember(ours.workspaceId, 'viewer')
})

describe('every query and command', () => {
  it('stands in the isolation table, and the table names no other', () => {
    expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(ISOLATION).sort())
  })

  it.each(entries)(
    '$name neither shows nor changes anything of another workspace',
    async ({ name, file, exported }) => {
      const before = await everythingOf(theirThings.workspaceId)
      const answer = await ask(file, exported, ours, argumentsOf(name, theirThings))
      expect(JSON.stringify(answer ?? null)).not.toMatch(new RegExp(THEIRS, 'i'))
      expect(await everythingOf(theirThings.workspaceId)).toEqual(before)
      expect(await crossing(ours.workspaceId, theirThings)).toEqual([])
    },
  )

  it.each(entries.filter(({ name }) => !OPEN_TO_VIEWERS.has(name)))(
    '$name gives a viewer nothing',
    async ({ name, file, exported }) => {
      const before = await everythingOf(ours.workspaceId)
      const answer = await ask(file, exported, viewer, argumentsOf(name, ourThings))
      expect(JSON.stringify(answer ?? null)).not.toMatch(new RegExp(OURS, 'i'))
      expect(await everythingOf(ours.workspaceId)).toEqual(before)
    },
  )

  it.each([...OPEN_TO_VIEWERS].filter((name) => !name.startsWith('workspaces/')))(
    '%s shows a viewer no Site that was not chosen for them',
    async (name) => {
      const entry = entries.find((each) => each.name === name)
      const answer = await ask(entry?.file ?? '', entry?.exported ?? '', viewer, argumentsOf(name, ourThings))
      expect(JSON.stringify(answer ?? null)).not.toMatch(new RegExp(OURS, 'i'))
    },
  )
})

vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new NotFound()
  },
  redirect: () => {
    throw new Error('redirected')
  },
}))

function argumentsOf(name: string, things: FullWorkspace): unknown[] {
  return ISOLATION[name]?.(things) ?? []
}

/** NotFound and Refusal are proper answers; anything else thrown is a bug and fails the test. */
async function ask(file: string, exported: string, scope: WorkspaceScope, args: unknown[]): Promise<unknown> {
  const module = (await import(file)) as Record<string, Asked>
  try {
    const answer = await module[exported]?.(scope, ...args)
    if (answer instanceof Response) return await answer.text()
    return isListInPieces(answer) ? await allPieces(answer) : answer
  } catch (error) {
    if (error instanceof NotFound) return null
    if (error instanceof Refusal) return { message: error.message, remedy: error.remedy }
    throw error
  }
}

function isListInPieces(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

async function allPieces(pieces: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

/** Every row of a workspace, as text, in one question to the database: it is asked hundreds of times. */
async function everythingOf(workspaceId: string): Promise<string[]> {
  const tables = [
    `SELECT 'Workspace ' || to_jsonb(one)::text AS row FROM "Workspace" one WHERE id = $1`,
    ...OWNED_TABLES.map(
      (table) =>
        `SELECT '${table} ' || to_jsonb(one)::text AS row FROM "${table}" one WHERE "workspaceId" = $1`,
    ),
  ]
  const rows = await databaseAcrossWorkspaces().$queryRawUnsafe<{ row: string }[]>(
    `${tables.join(' UNION ALL ')} ORDER BY row`,
    workspaceId,
  )
  return rows.map(({ row }) => row)
}

/** Rows of ours that carry one of their ids: none may. */
async function crossing(workspaceId: string, others: FullWorkspace): Promise<string[]> {
  const rows = (await everythingOf(workspaceId)).join('\n')
  const ids = Object.entries(others).filter(([key]) => key.endsWith('Id'))
  return ids.filter(([, id]) => rows.includes(id)).map(([key]) => key)
}

/** Exported functions of the features whose first parameter is the scope, found in the source. */
function everyFunctionThatTakesAScope(): Entry[] {
  return readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/[^/]+\.ts$/.test(file) && !/\.(?:test|long)\.ts$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(path.join(features, file), 'utf8')
      const found = [
        ...source.matchAll(/^export (?:async )?function\*? (\w+)(?:<[^>]*>)?\(\s*scope: WorkspaceScope/gm),
      ]
      return found.map(([, exported = '']) => ({
        name: `${file.split('/')[0]}/${exported}`,
        file: path.join(features, file),
        exported,
      }))
    })
}
