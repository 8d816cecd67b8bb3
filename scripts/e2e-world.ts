import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { childEnvironment } from '#lib/server/env.ts'

// Starts the world in local mode with a throw-away data folder, whatever the settings of this shell say.
const folder = mkdtempSync(path.join(tmpdir(), 'rapport-world-'))
chmodSync(folder, 0o755)
const world = spawn(process.execPath, [...process.execArgv, 'e2e/world/start-world.ts'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: childEnvironment({ DATA_DIR: folder, DATABASE_URL: '', APP_URL: '', PORT: process.argv[2] ?? '3200' }),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => world.kill('SIGTERM'))
world.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
