import { spawnSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MentionFile } from '#lib/domain/evidence-bundle/bundle-format.ts'
import { bundleJson } from '#lib/domain/evidence-bundle/bundle-format.ts'
import { buildEvidenceBundle } from '#lib/features/exports/build-evidence-bundle.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import { ABOUT_BUNDLE, aBundle, aSigningKey } from '#lib/testing/a-bundle.ts'
import { type Files, zipOf } from '#lib/testing/altered-zips.ts'
import { NoBundle } from './open-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

const key = aSigningKey()
let mentions: MentionFile[]
let zip: Buffer
let files: Files

beforeAll(async () => {
  ;({ mentions, zip, files } = await aBundle(key))
})

const verified = (bytes: Uint8Array, given: string | null = null) => verifyBundle(bytesSource(bytes), given)
const verifiedFiles = async (some: Files) => verified(await zipOf(some))
const mentionName = () => Object.keys(files).find((name) => name.startsWith('mentions/0001')) ?? ''

describe('an evidence bundle', () => {
  it('is whole as it was made, with blanked fields too, and says by which key', async () => {
    expect(await verified(zip, key.fingerprint)).toMatchObject({
      findings: [],
      fingerprint: key.fingerprint,
      about: { mentions: 2, looks: 6 },
    })
  })

  it('is the same, byte for byte, whenever it is made of the same', async () => {
    const again = await buildEvidenceBundle(
      { ...ABOUT_BUNDLE, mentions: JSON.parse(JSON.stringify(mentions)) },
      key,
    )
    expect(again.zip.equals(zip)).toBe(true)
    const script = path.resolve(import.meta.dirname, '../../lib/features/exports/build-evidence-bundle.ts')
    const code = `const { buildEvidenceBundle } = await import(${JSON.stringify(script)})
      const { createPrivateKey } = await import('node:crypto')
      const { input, key } = JSON.parse(process.argv[1])
      const { zip } = await buildEvidenceBundle(input, { ...key, privateKey: createPrivateKey(key.privateKey) })
      process.stdout.write(zip.toString('base64'))`
    const input = { ...ABOUT_BUNDLE, mentions }
    const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' })
    const elsewhere = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', code, JSON.stringify({ input, key: { ...key, privateKey: pem } })],
      { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR' } },
    )
    expect(elsewhere.stdout).toBe(zip.toString('base64'))
  })

  it('holds what it says it does, and nothing of whom we asked', () => {
    const [first] = mentions
    expect(Object.keys(files)).toEqual([
      ...[1, 2].flatMap((place) => [
        `mentions/000${place}-${mentions[place - 1]?.id}.json`,
        `snippets/000${place}-${mentions[place - 1]?.id}.txt`,
      ]),
      ...['README.txt', 'public-key.pem', 'manifest.json', 'signature.json'],
    ])
    expect(JSON.parse(String(files[mentionName()]))).toEqual(JSON.parse(JSON.stringify(first)))
    expect(
      Object.keys(first ?? {}).filter((field) => /note|ask|thanks|prospect|pitch|target/.test(field)),
    ).toEqual([])
    expect(String(files[mentionName().replace('mentions', 'snippets').replace('json', 'txt')])).toContain(
      'We liked the Fernway tent most.',
    )
    expect(String(files['README.txt'])).toContain('WHAT IT DOES NOT PROVE')
  })

  it('names the file in which any one byte was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(files)),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, where, by) => {
          const bytes = Buffer.from(files[name] ?? '')
          const place = where % bytes.length
          bytes[place] = (bytes[place] ?? 0) ^ by
          const named = await verifiedFiles({ ...files, [name]: bytes }).then(
            ({ findings }) => findings.map(({ file }) => file),
            (error) => (error instanceof NoBundle ? [error.message.split(' ')[0]] : Promise.reject(error)),
          )
          expect(named.length).toBeGreaterThan(0)
          // Of a forged manifest nothing else can be trusted either.
          expect(name === 'manifest.json' ? named.slice(0, 1) : [...new Set(named)]).toEqual([name])
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  it('is whole only byte for byte: one bit of any byte of the ZIP, and something is named', async () => {
    const { zip: small } = await buildEvidenceBundle(
      { ...ABOUT_BUNDLE, mentions: withoutLooks(mentions) },
      key,
    )
    expect((await verified(small)).findings).toEqual([])
    const passed: number[] = []
    for (let place = 0; place < small.length; place += 1) {
      const bytes = Buffer.from(small)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8))
      const named = await verified(bytes).then(
        ({ findings }) => findings.every(({ file, words }) => file && words) && findings.length,
        (error) => (error instanceof NoBundle ? error.message.length : Promise.reject(error)),
      )
      if (!named) passed.push(place)
    }
    expect(passed).toEqual([])
  }, 120_000)

  it('is not whole with anything in front of it, between its parts, or behind it', async () => {
    const gap = Buffer.from('gap')
    const list = zip.readUInt32LE(zip.length - 6)
    const longer = Buffer.concat([zip.subarray(0, list), gap, zip.subarray(list)])
    longer.writeUInt32LE(list + gap.length, longer.length - 6)
    const commented = Buffer.concat([zip, gap])
    commented.writeUInt16LE(gap.length, zip.length - 2)
    for (const bytes of [Buffer.concat([gap, zip]), Buffer.concat([zip, gap])])
      await expect(verified(bytes).then(({ findings }) => findings.length || null)).rejects.toThrow(NoBundle)
    expect((await verified(longer)).findings).toMatchObject([{ words: expect.stringContaining('list') }])
    expect((await verified(commented)).findings).toMatchObject([{ file: 'The end of the ZIP' }])
  })

  it('packed anew, with every file as it was, is told from the one that was signed', async () => {
    const { findings } = await verifiedFiles(files)
    expect(findings).toMatchObject([{ words: expect.stringContaining('was changed') }])
  })

  it.each<[string, (mention: MentionFile) => unknown, { field: string }]>([
    ['the address', (mention) => ({ ...mention, url: 'https://else.example/' }), { field: 'url' }],
    ['what it comes to', (mention) => ({ ...mention, outcome: 'linked-well' }), { field: 'outcome' }],
    [
      'a fact',
      (mention) => withLook(mention, 1, (look) => ({ ...look, facts: { ...look.facts, linked: false } })),
      { field: 'look 2: facts.linked' },
    ],
    [
      'a verdict',
      (mention) => withLook(mention, 2, (look) => ({ ...look, verdict: 'lost' })),
      { field: 'look 3: verdict' },
    ],
    [
      'a time',
      (mention) => withLook(mention, 0, (look) => ({ ...look, at: '2026-03-01T00:00:00.000Z' })),
      { field: 'look 1: at' },
    ],
    [
      'a look that is gone',
      (mention) => ({ ...mention, looks: mention.looks.filter((_, at) => at !== 1) }),
      { field: 'look 2' },
    ],
    [
      'the newest look gone',
      (mention) => ({ ...mention, looks: mention.looks.slice(0, 2) }),
      { field: 'look 3' },
    ],
    ['a field that was added', (mention) => ({ ...mention, score: 9 }), { field: 'score' }],
    [
      'a field that was added to a look',
      (mention) => withLook(mention, 1, (look) => ({ ...look, score: 9 })),
      { field: 'looks.1.score' },
    ],
  ])('names the field: %s', async (_, change, finding) => {
    const text = bundleJson(change(JSON.parse(String(files[mentionName()]))))
    const { findings } = await verifiedFiles({ ...files, [mentionName()]: Buffer.from(text) })
    expect(findings).toEqual([{ file: mentionName(), ...finding, words: expect.any(String) }])
  })

  it('names what is missing, and what was added', async () => {
    const { [mentionName()]: _, ...fewer } = files
    expect((await verifiedFiles(fewer)).findings).toEqual([{ file: mentionName(), words: 'is missing' }])
    const more = { ...files, 'mentions/0003-else.json': Buffer.from('{}') }
    expect((await verifiedFiles(more)).findings).toMatchObject([{ file: 'mentions/0003-else.json' }])
  })

  it('that somebody signed anew with a key of their own is whole only for who has no key to compare', async () => {
    const forged = (
      await buildEvidenceBundle({ ...ABOUT_BUNDLE, mentions: mentions.slice(0, 1) }, aSigningKey())
    ).zip
    expect((await verified(forged)).findings).toEqual([])
    expect((await verified(forged, key.fingerprint)).findings).toMatchObject([{ file: 'public-key.pem' }])
    const swapped = { ...files, 'public-key.pem': Buffer.from(aSigningKey().publicPem) }
    expect((await verifiedFiles(swapped)).findings.map(({ file }) => file)).toContain('public-key.pem')
  })
})

/** As they would be if nobody had looked: small enough to try every byte of them. */
function withoutLooks(mentions: MentionFile[]): MentionFile[] {
  return mentions.slice(0, 1).map((mention) => ({ ...mention, looks: [], lookCount: 0, headHash: null }))
}

type Look = MentionFile['looks'][number]

function withLook(mention: MentionFile, at: number, change: (look: Look) => unknown) {
  return { ...mention, looks: mention.looks.map((look, place) => (place === at ? change(look) : look)) }
}
