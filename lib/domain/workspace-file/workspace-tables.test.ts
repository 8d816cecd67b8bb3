import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Field } from './table-fields.ts'
import { STAYING_TABLES, WORKSPACE_TABLES } from './workspace-tables.ts'

const fieldsOf = Prisma as unknown as Record<string, Record<string, string>>
const schema = readFileSync(path.resolve(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8')
const every = WORKSPACE_TABLES.flatMap(({ model, fields }) =>
  Object.entries(fields).map(([column, field]) => ({ model, column, field: field as Field })),
)

describe('the tables of a workspace’s file', () => {
  it('are, with those that stay, all there are', () => {
    const told = [...WORKSPACE_TABLES.map(({ model }) => model), ...Object.keys(STAYING_TABLES)]
    expect(told.sort()).toEqual(Object.values(Prisma.ModelName).sort())
  })

  it.each(WORKSPACE_TABLES.map((table) => [table.model, table] as const))(
    'say of every column of %s whether it travels',
    (model, { fields }) => {
      expect(Object.keys(fields).sort()).toEqual(
        Object.values(fieldsOf[`${model}ScalarFieldEnum`] ?? {}).sort(),
      )
    },
  )

  it('say what the columns are, as the schema does', () => {
    const wrong = every
      .filter(({ field }) => field.goes !== 'nowhere')
      .map(({ model, column, field }) => ({
        at: `${model}.${column}`,
        says: 'type' in field ? field.type : '',
        is: typeOf(model, column),
      }))
      .filter(({ says, is }) => says !== is)
    expect(wrong).toEqual([])
  })

  it('give a reason for each that stays', () => {
    expect(Object.values(STAYING_TABLES).filter((why) => why.length < 20)).toEqual([])
    expect(every.filter(({ field }) => field.goes === 'nowhere' && field.why.length < 20)).toEqual([])
  })

  it('refer only to tables that stand before them, or to themselves', () => {
    const models = WORKSPACE_TABLES.map(({ model }) => model)
    const wrong = every.filter(
      ({ model, field }) =>
        field.goes === 'ref' &&
        !field.loose &&
        !models.slice(0, models.indexOf(model) + 1).includes(field.table),
    )
    expect(wrong.map(({ model, column }) => `${model}.${column}`)).toEqual([])
  })

  it('name every foreign key of the schema as such', () => {
    const missing = every.filter(
      ({ model, column, field }) =>
        column !== 'workspaceId' && field.goes === 'along' && foreignKeysOf(model).includes(column),
    )
    expect(missing.map(({ model, column }) => `${model}.${column}`)).toEqual([])
  })

  it('name every set of columns that the schema says is unique', () => {
    const wrong = WORKSPACE_TABLES.map(({ model, unique = [], fields }) => {
      const said = unique.map((columns) => columns.join(' '))
      const known = uniquesOf(model).map((columns) => columns.filter((column) => column !== 'workspaceId'))
      const expected = known.filter(
        (columns) =>
          columns.length > 0 && columns.join() !== 'id' && columns.every((column) => fields[column]),
      )
      return {
        model,
        missing: expected.map((columns) => columns.join(' ')).filter((columns) => !said.includes(columns)),
      }
    }).filter(({ model, missing }) => missing.length > 0 && model !== 'Member' && model !== 'Workspace')
    expect(wrong).toEqual([])
  })
})

function blockOf(model: string): string {
  return new RegExp(`^model ${model} \\{([\\s\\S]*?)^\\}`, 'm').exec(schema)?.[1] ?? ''
}

function typeOf(model: string, column: string): string | undefined {
  return new RegExp(`^  ${column} +([A-Za-z]+(?:\\?|\\[\\])?)`, 'm').exec(blockOf(model))?.[1]
}

function foreignKeysOf(model: string): string[] {
  return [...blockOf(model).matchAll(/fields: \[([^\]]+)\]/g)].flatMap(([, names = '']) => names.split(', '))
}

function uniquesOf(model: string): string[][] {
  return [...blockOf(model).matchAll(/@@(?:unique|id)\(\[([^\]]+)\]/g)].map(([, names = '']) =>
    names.split(', '),
  )
}
