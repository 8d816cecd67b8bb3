import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { countTry, forgive, type ThrottleKey, throttled } from '#lib/server/throttle.ts'
import { NOON } from '#lib/testing/two-workspaces.ts'

const SECOND = 1000
const later = (ms: number) => new Date(NOON.getTime() + ms)

let made = 0
function aKey(kind: ThrottleKey['kind'] = 'account'): ThrottleKey {
  made += 1
  return { kind, of: `somebody-${made}@people.test` }
}

async function spend(key: ThrottleKey, tries: number, now = NOON) {
  for (let i = 0; i < tries; i += 1) await countTry(key, now)
}

describe('the throttle', () => {
  it('lets five tries through, then doubles the wait', async () => {
    const key = aKey()
    await spend(key, 4)
    expect(await countTry(key, NOON)).toBe(0)
    expect(await countTry(key, NOON)).toBe(1 * SECOND)
    expect(await countTry(key, later(1 * SECOND))).toBe(0)
    expect(await countTry(key, later(1 * SECOND))).toBe(2 * SECOND)
    expect(await countTry(key, later(3 * SECOND))).toBe(0)
    expect(await countTry(key, later(3 * SECOND))).toBe(4 * SECOND)
  })

  it('never makes anybody wait longer than a minute for an account, however often it was tried', async () => {
    const key = aKey()
    let now = NOON
    for (let i = 0; i < 40; i += 1) {
      expect(await countTry(key, now)).toBe(0)
      now = new Date(now.getTime() + 60 * SECOND)
    }
    await countTry(key, now)
    expect(await countTry(key, now)).toBe(60 * SECOND)
  })

  it('does not prolong the wait by tries made during it', async () => {
    const key = aKey()
    await spend(key, 5)
    for (let i = 0; i < 20; i += 1) expect(await countTry(key, later(500))).toBe(500)
    expect(await countTry(key, later(SECOND))).toBe(0)
  })

  it('lets no more through when a hundred come at once', async () => {
    const key = aKey()
    const waits = await Promise.all(Array.from({ length: 100 }, () => countTry(key, NOON)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('forgets an hour after the last failure', async () => {
    const key = aKey()
    await spend(key, 5)
    await countTry(key, later(3600 * SECOND + SECOND))
    expect(await countTry(key, later(3600 * SECOND + SECOND))).toBe(0)
  })

  it('forgets an account after a success, and takes back one try of a peer', async () => {
    const [account, peer] = [aKey(), { kind: 'peer', of: '192.0.2.77' } as const]
    await spend(account, 4)
    await spend(peer, 10)
    expect(await throttled([peer, account], NOON, async () => 'in')).toBe('in')
    const rows = await databaseAcrossWorkspaces().throttle.findMany({ where: { key: 'peer:192.0.2.77' } })
    expect(rows[0]?.failures).toBe(10)
    await spend(account, 4)
    expect(await countTry(account, NOON)).toBe(0)
  })

  it('counts a failure, and work that broke', async () => {
    const key = aKey()
    expect(await throttled([key], NOON, async () => null)).toBeNull()
    await expect(throttled([key], NOON, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke')
    await spend(key, 3)
    expect(await countTry(key, NOON)).toBeGreaterThan(0)
  })

  it('does no work while it waits, and says how long', async () => {
    const key = aKey()
    await spend(key, 5)
    let worked = false
    const work = async () => {
      worked = true
      return 1
    }
    await expect(throttled([key], NOON, work)).rejects.toMatchObject({
      remedy: 'Please wait 1 second, then try again.',
    })
    expect(worked).toBe(false)
  })

  it('takes one household of IPv6 as one, and another as another', async () => {
    const own = (host: string) => ({ kind: 'peer', of: `2001:db8:1:2${host}` }) as const
    for (let i = 0; i < 30; i += 1) await countTry(own(`::${i + 1}`), NOON)
    expect(await countTry(own(':ffff::1'), NOON)).toBeGreaterThan(0)
    expect(await countTry({ kind: 'peer', of: '2001:db8:1:3::1' }, NOON)).toBe(0)
  })

  it('keeps no address of an account', async () => {
    const key = aKey()
    await countTry(key, NOON)
    await forgive({ ...key, kind: 'peer' }, NOON)
    const rows = await databaseAcrossWorkspaces().throttle.findMany()
    expect(JSON.stringify(rows)).not.toContain('people.test')
  })
})
