import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { settings } from '#lib/server/env.ts'
import { CHECK_CONSTRAINTS, EXTENSIONS, INDEXES, TRIGGERS } from './beyond-prisma.ts'

const root = path.resolve(import.meta.dirname, '..')

describe('the migrations', () => {
  it('make exactly what schema.prisma says', () => {
    const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
    const answer = execFileSync(
      process.execPath,
      [
        cli,
        'migrate',
        'diff',
        '--from-config-datasource',
        '--to-schema',
        'prisma/schema.prisma',
        '--exit-code',
      ],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: settings().databaseUrl },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    expect(answer).toContain('No difference detected')
  })

  it('make what schema.prisma cannot say', async () => {
    const client = new pg.Client({ connectionString: settings().databaseUrl })
    await client.connect()
    const { rows: checks } = await client.query(
      "SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace",
    )
    const { rows: extensions } = await client.query('SELECT extname FROM pg_extension')
    const { rows: triggers } = await client.query(
      'SELECT tgrelid::regclass::text AS "table", tgname FROM pg_trigger WHERE NOT tgisinternal',
    )
    const { rows: indexes } = await client.query(
      "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace",
    )
    await client.end()
    expect(indexes.map((row) => row.relname)).toEqual(expect.arrayContaining([...INDEXES]))
    expect(triggers.map((row) => [row.table.replaceAll('"', ''), row.tgname])).toEqual(
      expect.arrayContaining(TRIGGERS.map((each) => [...each])),
    )
    expect(checks.map((row) => row.conname).sort()).toEqual([...CHECK_CONSTRAINTS].sort())
    expect(extensions.map((row) => row.extname)).toEqual(expect.arrayContaining([...EXTENSIONS]))
  })

  it('never join what was with what is', async () => {
    const client = new pg.Client({ connectionString: settings().databaseUrl })
    await client.connect()
    // The plan of a function's first call is kept: such a join compares every row with every other. EXCEPT does not.
    const { rows } = await client.query(`
      SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND prosrc ~* 'join\\s+(old_rows|new_rows)|(old_rows|new_rows)[^;]{0,20},\\s*(old_rows|new_rows)'`)
    await client.end()
    expect(rows).toEqual([])
  })

  it('keep every workspace-owned row inside its workspace', async () => {
    const client = new pg.Client({ connectionString: settings().databaseUrl })
    await client.connect()
    // A foreign key from one workspace-owned table to another must carry workspaceId as well.
    const { rows } = await client.query(`
      SELECT k.conname FROM pg_constraint k
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'workspaceId')
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname = 'workspaceId')
         AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = 'workspaceId')`)
    await client.end()
    expect(rows).toEqual([])
  })
})
