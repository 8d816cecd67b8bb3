import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { childEnvironment, isLocalMode, SettingsError, settings } from '#lib/server/env.ts'
import { prepareQueues } from '#lib/server/jobs.ts'
import { startLocalDatabase } from '#lib/server/local-mode.ts'
import { grantAppRole } from '#lib/server/postgres/app-role.ts'
import { type EmbeddedPostgres, PostgresError } from '#lib/server/postgres/embedded-postgres.ts'
import { DatabaseError, prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { FEW_ARENAS } from './keep-heap-small.ts'
import { seedIfEmpty } from './seed-if-empty.ts'

const projectDir = path.resolve(import.meta.dirname, '..')
const development = process.argv.includes('--dev')
const children: { name: string; process: ChildProcess }[] = []
let postgres: EmbeddedPostgres | undefined
let stopping = false

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
process.on('SIGHUP', () => void stop(0))

try {
  await start()
} catch (error) {
  if (error instanceof SettingsError || error instanceof PostgresError || error instanceof DatabaseError) {
    console.error(`\nRapport cannot start. ${error.message}\n`)
  } else {
    console.error(error)
  }
  await stop(1)
}

async function start() {
  const { port, host, dataDir } = settings()
  await requireFreePort(port, host)
  if (isLocalMode()) {
    say('Starting the database ...')
    postgres = await startLocalDatabase(dataDir)
  }
  const { databaseUrl, migrateDatabaseUrl, appUrl, local } = settings()
  const { migrated, backup } = await prepareDatabase(migrateDatabaseUrl, path.join(dataDir, 'backups'))
  if (backup) say(`Backed up the data to ${backup} before migrating.`)
  if (migrated.length > 0)
    say(`Prepared the database (${migrated.length} migration${migrated.length === 1 ? '' : 's'}).`)
  await prepareQueues(migrateDatabaseUrl)
  await grantAppRole(migrateDatabaseUrl, databaseUrl)
  if (!development) buildIfNeeded(projectDir, say)
  if (local && (await seedIfEmpty())) say('Made three demo workspaces to look around in.')
  run('worker', ['scripts/worker.ts'], FEW_ARENAS)
  const web = run('web', ['scripts/web.ts', ...(development ? ['--dev'] : [])])
  await untilListening(web)
  say(
    [
      '',
      `Rapport is at  ${appUrl}`,
      local
        ? 'Sign in with one click as a demo person there, or make an account of your own.'
        : 'Sign in there, or make the first account.',
      'Stop with Ctrl-C. Your data stays where it is, and the next start finds it.',
      '',
    ].join('\n'),
  )
}

/** Children are started in groups of their own, so that Ctrl-C reaches us first and they end in order. */
function run(name: string, args: string[], more: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    cwd: projectDir,
    env: childEnvironment(more),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  children.push({ name, process: child })
  child.on('exit', (code) => {
    if (stopping) return
    console.error(`Rapport's ${name} stopped by itself (code ${code}).`)
    void stop(1)
  })
  return child
}

function untilListening(web: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    web.on('message', (message) => message === 'listening' && resolve())
    web.on('exit', () => reject(new Error('The web server did not start.')))
  })
}

async function stop(code: number) {
  if (stopping) return
  stopping = true
  await Promise.all(children.map((child) => ended(child.process)))
  await postgres?.stop()
  process.exit(code)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 8000)
    child.once('exit', () => {
      clearTimeout(kill)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`
      reject(
        new SettingsError(
          `Port ${port} ${why}: stop that program, or choose another port, as in "PORT=3001 npm start".`,
        ),
      )
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function say(text: string) {
  console.log(text)
}
