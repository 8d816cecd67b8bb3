import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SettingsError } from '#lib/server/env.ts'

const SOURCES = [
  'app',
  'components',
  'lib',
  'package.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]

/** Builds the pages unless .next already holds a build of exactly these sources. */
export function buildIfNeeded(projectDir: string, say: (text: string) => void) {
  const stamp = path.join(projectDir, '.next', 'rapport-build')
  const version = sourcesHash(projectDir)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return
  say('Building the pages (only when the version changes) ...')
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const build = spawnSync(process.execPath, [next, 'build'], {
    cwd: projectDir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (build.status !== 0)
    throw new SettingsError(`The pages could not be built:\n${build.stdout}\n${build.stderr}`)
  writeFileSync(stamp, version)
}

function sourcesHash(projectDir: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(projectDir, source))) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:test|long)\.ts$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
