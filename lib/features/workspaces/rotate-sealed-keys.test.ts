import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings, SettingsError } from '#lib/server/env.ts'
import { evidenceKey } from '#lib/server/evidence-key.ts'
import { newId } from '#lib/server/new-id.ts'
import { openSuppressionKey, sealSuppressionKey } from '#lib/server/suppression-hash.ts'
import { openWebhookSecret, sealWebhookSecret } from '#lib/server/webhook-secret.ts'
import { NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { rotateSealedKeys } from './rotate-sealed-keys.ts'

const K1 = `k1:${randomBytes(32).toString('base64')}`
const K2 = `k2:${randomBytes(32).toString('base64')}`
let ours = ''
let theirs = ''

beforeEach(async () => {
  await databaseAcrossWorkspaces().workspace.updateMany({ data: { suppressionKey: null } })
  const both = await twoWorkspaces()
  ours = both.ours.workspaceId
  theirs = both.theirs.workspaceId
  withKeys('')
})
afterEach(() => withKeys(''))

describe('rotating sealed keys', () => {
  it('seals with the first key what AUTH_SECRET or an older key sealed, and each still opens', async () => {
    const [a, b] = [randomBytes(32), randomBytes(32)]
    await store(ours, sealSuppressionKey(a, ours))
    withKeys(K1)
    await store(theirs, sealSuppressionKey(b, theirs))
    withKeys(`${K2},${K1}`)
    expect(await rotateSealedKeys()).toMatchObject({
      'suppression key': { resealed: 2, asNow: 0, closed: [] },
    })
    withKeys(K2)
    expect(openSuppressionKey(await stored(ours), ours)).toEqual(a)
    expect(openSuppressionKey(await stored(theirs), theirs)).toEqual(b)
    expect(await stored(ours)).toMatch(/^v1:k2:[\w-]+$/)
  })

  it('seals webhooks’ secrets anew, the one before included', async () => {
    const [a, b] = [randomBytes(32), randomBytes(32)]
    const id = newId()
    await databaseAcrossWorkspaces().webhook.create({
      data: {
        ...{ id, workspaceId: ours, name: 'Sheet', url: 'https://hooks.example/', types: [], siteIds: [] },
        ...{ sealedSecret: sealWebhookSecret(a, id), sealedPrevious: sealWebhookSecret(b, id) },
        ...{ createdAt: NOON, updatedAt: NOON },
      },
    })
    withKeys(K1)
    expect(await rotateSealedKeys()).toMatchObject({
      'webhook secret': { resealed: 1, asNow: 0, closed: [] },
    })
    expect(await rotateSealedKeys()).toMatchObject({
      'webhook secret': { resealed: 0, asNow: 1, closed: [] },
    })
    const row = await databaseAcrossWorkspaces().webhook.findUniqueOrThrow({ where: { id } })
    expect(openWebhookSecret(row.sealedSecret, id)).toEqual(a)
    expect(openWebhookSecret(row.sealedPrevious ?? '', id)).toEqual(b)
    await databaseAcrossWorkspaces().webhook.delete({ where: { id } })
  })

  it('can be run again, and at the same time as itself, without doing anything twice', async () => {
    const key = randomBytes(32)
    await store(ours, sealSuppressionKey(key, ours))
    await store(theirs, sealSuppressionKey(key, theirs))
    withKeys(K1)
    const both = await Promise.all([rotateSealedKeys(), rotateSealedKeys()])
    expect(both.reduce((sum, told) => sum + told['suppression key'].resealed, 0)).toBe(2)
    const before = await stored(ours)
    expect(await rotateSealedKeys()).toMatchObject({
      'suppression key': { resealed: 0, asNow: 2, closed: [] },
    })
    expect(await stored(ours)).toBe(before)
    expect(openSuppressionKey(before, ours)).toEqual(key)
  })

  it('leaves what no key opens as it is, and names whose it is', async () => {
    await store(ours, sealSuppressionKey(randomBytes(32), ours))
    withKeys(K1)
    await store(theirs, sealSuppressionKey(randomBytes(32), theirs))
    withKeys(K2)
    const before = await stored(theirs)
    const { resealed, closed } = (await rotateSealedKeys())['suppression key']
    expect(resealed).toBe(1)
    expect(closed).toHaveLength(1)
    expect(closed[0]).toMatch(/^theirs-/)
    expect(await stored(theirs)).toBe(before)
  })

  it('seals the key that evidence is signed with, which stays the same', async () => {
    const { fingerprint } = await evidenceKey(NOON)
    withKeys(K1)
    expect((await rotateSealedKeys())['evidence key']).toEqual({ resealed: 1, asNow: 0, closed: [] })
    expect((await rotateSealedKeys())['evidence key']).toEqual({ resealed: 0, asNow: 1, closed: [] })
    expect((await evidenceKey(NOON)).fingerprint).toBe(fingerprint)
    withKeys(K2)
    expect((await rotateSealedKeys())['evidence key']).toEqual({
      resealed: 0,
      asNow: 0,
      closed: ['evidence'],
    })
    await expect(evidenceKey(NOON)).rejects.toThrow('SECRET_KEYS lacks')
    await databaseAcrossWorkspaces().installationKey.deleteMany()
  })

  it('does not open in another workspace, nor under another key of the same name', async () => {
    withKeys(K1)
    const sealed = sealSuppressionKey(randomBytes(32), ours)
    expect(() => openSuppressionKey(sealed, theirs)).toThrow('another key')
    withKeys(`k1:${randomBytes(32).toString('base64')}`)
    expect(() => openSuppressionKey(sealed, ours)).toThrow('another key')
    withKeys(K2)
    expect(() => openSuppressionKey(sealed, ours)).toThrow('SECRET_KEYS lacks')
  })

  it('refuses without keys, and any list that is none', async () => {
    await expect(rotateSealedKeys()).rejects.toBeInstanceOf(SettingsError)
    for (const wrong of ['k1', 'k1:short', `${K1},${K1}`, `k 1:${K1.slice(3)}`]) {
      withKeys(wrong)
      await expect(rotateSealedKeys()).rejects.toBeInstanceOf(SettingsError)
    }
  })
})

function withKeys(keys: string) {
  process.env.SECRET_KEYS = keys
  forgetSettings()
}

async function store(id: string, suppressionKey: string) {
  await databaseAcrossWorkspaces().workspace.updateMany({ where: { id }, data: { suppressionKey } })
}

async function stored(id: string): Promise<string> {
  const row = await databaseAcrossWorkspaces().workspace.findUniqueOrThrow({ where: { id } })
  return row.suppressionKey ?? ''
}
