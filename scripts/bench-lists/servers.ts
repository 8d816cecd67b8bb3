import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { childEnvironment } from '#lib/server/env.ts'

const projectDir = path.resolve(import.meta.dirname, '../..')
const floorDir = path.join(projectDir, '.bench', 'floor')
const nextBin = createRequire(import.meta.url).resolve('next/dist/bin/next')
const STARTS_WITHIN_MS = 60_000

/** Makes the floor: a Next application of one page, built afresh beside the project's own packages. */
export function buildFloor(floor: object) {
  rmSync(floorDir, { recursive: true, force: true })
  mkdirSync(floorDir, { recursive: true })
  cpSync(path.join(import.meta.dirname, 'floor-app'), floorDir, { recursive: true })
  writeFloor(floor)
  const build = spawnSync(process.execPath, [nextBin, 'build'], { cwd: floorDir, encoding: 'utf8' })
  if (build.status !== 0) throw new Error(`The floor could not be built:\n${build.stdout}\n${build.stderr}`)
}

/** It holds the database's address and the secret, so it is for its owner only. */
function writeFloor(floor: object) {
  writeFileSync(path.join(floorDir, 'floor.json'), JSON.stringify(floor), { mode: 0o600 })
}

export function startFloor(port: number): Promise<ChildProcess> {
  return started([nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'], floorDir, port, {})
}

/** The product as it is served, from the build that is there. */
export function startProduct(port: number): Promise<ChildProcess> {
  return started(['scripts/web.ts'], projectDir, port, { PORT: String(port), HOST: '127.0.0.1' })
}

/** What was begun here ends here. */
export function removeFloor() {
  rmSync(floorDir, { recursive: true, force: true })
}

async function started(
  args: string[],
  cwd: string,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', ...args], {
    cwd,
    env: childEnvironment(settings),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const until = performance.now() + STARTS_WITHIN_MS
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended before it listened.`)
    const answers = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    )
    if (answers) return child
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill()
  throw new Error(`${args[0]} did not listen within a minute.`)
}
