import { spawn } from 'node:child_process'
import path from 'node:path'
import { childEnvironment, settings } from '#lib/server/env.ts'
import { prepareQueues } from '#lib/server/jobs.ts'
import { startLocalDatabase } from '#lib/server/local-mode.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { mailPlacesBeside } from '#lib/testing/mail-servers/ports-of-world.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { buildIfNeeded } from '#scripts/build-if-needed.ts'
import { runWorker } from '#scripts/run-worker.ts'
import { seedIfEmpty } from '#scripts/seed-if-empty.ts'
import { HOSTS, servePages } from './pages.ts'

// The world of the browser tests, and a place to walk by hand: web, a worker whose names resolve to the pages served
// here (given in code; no setting can do that), mail servers for a few people, and a database of its own in a temporary folder.

const projectDir = path.resolve(import.meta.dirname, '..', '..')
const { dataDir, port } = settings()
const stops: (() => Promise<unknown> | unknown)[] = []
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

try {
  await start()
} catch (error) {
  console.error(error)
  await stop(1)
}

async function start() {
  const postgres = await startLocalDatabase(dataDir)
  stops.push(() => postgres.stop())
  await prepareDatabase(postgres.databaseUrl, path.join(dataDir, 'backups'))
  await prepareQueues(postgres.databaseUrl)
  buildIfNeeded(projectDir, console.log)
  await seedIfEmpty()
  const pages = await servePages()
  stops.push(() => pages.close())
  const mail = await startStandIn(mailPlacesBeside(port).firstPort)
  stops.push(() => mail.stop())
  const worker = await runWorker({
    resolve: async (host) => {
      if (HOSTS.has(host)) return [{ address: '127.0.0.1', port: pages.port, exempt: true }]
      throw Object.assign(new Error(`no such name: ${host}`), { code: 'ENOTFOUND' })
    },
  })
  stops.push(() => worker.stop())
  await startWeb()
  console.log(
    [
      `The world is at http://localhost:${port}`,
      `Pages in it: ${[...HOSTS].map((host) => `http://${host}/`).join('  ')}`,
      `Its mail: SMTP at ${mail.smtp.host}:${mail.smtp.port}, ${Object.values(mail.people)
        .map(({ address, imap }) => `IMAP of ${address} at ${imap.port}`)
        .join(', ')}`,
    ].join('\n'),
  )
}

function startWeb(): Promise<void> {
  const web = spawn(process.execPath, ['scripts/web.ts'], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment({ DATA_DIR: dataDir }),
    detached: true,
  })
  stops.push(() => web.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    web.on('message', (message) => message === 'listening' && resolve())
    web.on('exit', () => (stopping ? undefined : reject(new Error('The web server stopped.'))))
  })
}

async function stop(code: number) {
  if (stopping) return
  stopping = true
  for (const each of stops.reverse()) await each()
  process.exit(code)
}
