import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { childEnvironment } from '#lib/server/env.ts'
import { prepareQueues } from '#lib/server/jobs.ts'
import { startEmbeddedPostgres } from '#lib/server/postgres/embedded-postgres.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import type { ImportFigures } from './bench-import/run-import-bench.ts'
import { FEW_ARENAS } from './keep-heap-small.ts'

/**
 * How fast a file is brought in: `npm run bench:import [-- --rows 100000]`. In a process of its own, against a PostgreSQL
 * of its own: reading (the preview), applying, taking back; and beside them the least any import must do: reading the
 * file alone, and the same rows copied by plain SQL into the same tables. Figures to read, no test: the ratios count.
 */
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000' }, play: { type: 'boolean' } },
})
const rows = Number(values.rows)
if (values.play) {
  const { runImportBench } = await import('./bench-import/run-import-bench.ts')
  process.send?.(await runImportBench(rows))
  process.disconnect?.()
} else await measure()

async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-bench-'))
  chmodSync(folder, 0o755)
  try {
    const postgres = await startEmbeddedPostgres(folder)
    await prepareDatabase(postgres.databaseUrl, path.join(folder, 'backups'))
    await prepareQueues(postgres.databaseUrl)
    const env = childEnvironment({
      ...FEW_ARENAS,
      DATABASE_URL: postgres.databaseUrl,
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: randomBytes(32).toString('base64url'),
    })
    const child = fork(import.meta.filename, ['--play', '--rows', String(rows)], { env })
    const [figures] = await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (typeof figures !== 'object' || figures === null) throw new Error('The bench ended early')
    print(figures as ImportFigures)
    if (child.exitCode === null) await once(child, 'exit')
    await postgres.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print({ seconds, peakMiB, made }: ImportFigures) {
  const line = (name: string, value: number, floor?: number) =>
    `${name.padEnd(34)} ${value.toFixed(2).padStart(8)} s${floor ? `   ${(value / floor).toFixed(1)} × floor` : ''}`
  console.log(`${rows.toLocaleString('en')} rows: ${JSON.stringify(made)}`)
  console.log(line('store the file', seconds.store))
  console.log(line('floor: read and map the file', seconds.readFloor))
  console.log(line('preview', seconds.preview, seconds.readFloor))
  console.log(line('floor: the same rows by plain SQL', seconds.applyFloor))
  console.log(line('apply', seconds.apply, seconds.applyFloor))
  console.log(line('the same file again: preview', seconds.again, seconds.readFloor))
  console.log(line('take back', seconds.undo, seconds.applyFloor))
  console.log(`peak memory of the worker's process  ${peakMiB.toFixed(0)} MiB`)
}
