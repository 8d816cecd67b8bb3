import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { childEnvironment } from '#lib/server/env.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import { aBundle, aSigningKey } from '#lib/testing/a-bundle.ts'
import { type Files, zipOf } from '#lib/testing/altered-zips.ts'
import { NoBundle } from './open-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

const key = aSigningKey()
let zip: Buffer
let files: Files

beforeAll(async () => {
  ;({ zip, files } = await aBundle(key))
})

const verified = (bytes: Uint8Array, given: string | null = null) => verifyBundle(bytesSource(bytes), given)
const verifiedFiles = async (some: Files) => verified(await zipOf(some))
const mentionName = () => Object.keys(files).find((name) => name.startsWith('mentions/0001')) ?? ''

describe('a hostile file', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['is no ZIP', () => Buffer.from('not a zip')],
    ['is empty', () => Buffer.alloc(0)],
    ['has no manifest', () => zipOf({ 'README.txt': Buffer.from('x') })],
    ['is a bomb', () => zipOf({ ...files, 'mentions/0003-bomb.json': Buffer.alloc(300_000_000) })],
    [
      'has files without end',
      () => zipOf(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`f${n}`, Buffer.alloc(0)]))),
    ],
    ['names a file outside of itself', () => replacedIn(zip, 'README.txt', '../ADME.txt')],
    ['holds a name twice', twice],
    ['has a manifest of another kind', () => zipOf({ ...files, 'manifest.json': Buffer.from('[1,2,3]') })],
    [
      'has a manifest nested without end',
      () => zipOf({ ...files, 'manifest.json': Buffer.from('['.repeat(100_000)) }),
    ],
  ])('that %s is refused, soon and in words', async (_, make) => {
    const bytes = await make()
    const before = process.memoryUsage().rss
    const began = performance.now()
    await expect(verified(bytes)).rejects.toThrow(NoBundle)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  it('that is nested without end is named, not fallen over', async () => {
    const text = String(files[mentionName()]).replace(
      '"hops": []',
      `"hops": ${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    )
    const { findings } = await verifiedFiles({ ...files, [mentionName()]: Buffer.from(text) })
    expect(findings).toMatchObject([{ file: mentionName() }])
  })

  it('cannot make the terminal say something else', async () => {
    const { findings } = await verifiedFiles({ ...files, 'x\u001b[2Jy': Buffer.from('') })
    expect(findings.map(({ file }) => file)).toEqual(['x?[2Jy'])
  })
})

describe('npm run verify-evidence -- FILE', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bundle-'))
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../verify-evidence.ts'), ...args], {
      encoding: 'utf8',
      env: childEnvironment({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
    })

  it('needs no database, and tells by its exit code', async () => {
    const [file, pem] = [path.join(folder, 'a.zip'), path.join(folder, 'key.pem')]
    writeFileSync(file, zip)
    writeFileSync(pem, `${key.publicPem}\nSHA-256 ${key.fingerprint}\n`)
    for (const given of [key.fingerprint, `SHA-256 ${key.fingerprint}`, pem])
      expect(run(file, '--key', given)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('the key you gave'),
      })
    expect(run(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('/.well-known/') })
    expect(run(file, '--key', aSigningKey().fingerprint)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('public-key.pem is not the key you gave'),
    })
    const changed = { ...files, 'README.txt': Buffer.from('All is well.') }
    writeFileSync(file, await zipOf(changed))
    expect(run(file)).toMatchObject({
      status: 1,
      stdout: 'README.txt was changed.\nThis is not what was signed.\n',
    })
    writeFileSync(file, 'x')
    for (const wrong of [
      [file],
      [path.join(folder, 'none.zip')],
      [file, '--key', 'x'],
      [file, file],
      ['--key', 'x'],
      [file, '--mention', 'x'],
    ])
      expect(run(...wrong)).toMatchObject({ status: 2 })
  }, 60_000)
})

/** Another name of the same length, wherever it stands in the ZIP. */
async function replacedIn(bytes: Buffer, name: string, other: string): Promise<Buffer> {
  return Buffer.from(bytes.toString('latin1').replaceAll(name, other.padEnd(name.length, 'x')), 'latin1')
}

async function twice(): Promise<Buffer> {
  const both = await zipOf({ ...files, 'READMEE.txt': Buffer.from('x'), 'READMEX.txt': Buffer.from('y') })
  return replacedIn(both, 'READMEX.txt', 'READMEE.txt')
}
