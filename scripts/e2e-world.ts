import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { childEnvironment } from '#lib/server/env.ts'
import { mailPlacesBeside } from '#lib/testing/mail-servers/ports-of-world.ts'

// Starts the world in local mode with a throw-away data folder, whatever the settings of this shell say.
const folder = mkdtempSync(path.join(tmpdir(), 'rapport-world-'))
chmodSync(folder, 0o755)
const port = process.argv[2] ?? '3200'
const world = spawn(process.execPath, [...process.execArgv, 'e2e/world/start-world.ts'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: childEnvironment({
    ...{ DATA_DIR: folder, DATABASE_URL: '', APP_URL: '', PORT: port },
    // Its mail servers, and no others: nothing of a test goes to anybody.
    MAIL_ALLOW_HOSTS: mailPlacesBeside(Number(port)).allowHosts,
  }),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => world.kill('SIGTERM'))
world.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
