import { describe, expect, it } from 'vitest'
import { isPublicAddress, refusedAddress } from './address-guard.ts'
import { FetchFailure, resolveJudged } from './resolve-host.ts'

describe('addresses that pass', () => {
  it.each([
    '93.184.216.34',
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '192.169.0.1',
    '100.128.0.1',
    '198.20.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '192.0.0.9',
    '192.31.196.1',
    '2001:1::1',
    '2001:20::1',
    '2620:4f:8000::1',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('addresses that are refused', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.0.170',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::8.8.8.8',
    '010.0.0.1',
    '::ffff:010.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '100::1',
    '100:0:0:1::1',
    '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:0:7f00:1::f7f7:f7f7',
    '2001:2::1',
    '2001:10::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
    '2002:a9fe:a9fe::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    '2606:4700::5efe:10.0.0.1',
    '2606:4700::200:5efe:127.0.0.1',
    'not an address',
    '',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(false))

  it('are refused in Teredo for the client hidden in it', () => {
    // Server 65.54.227.120, client 127.0.0.1 with all bits turned.
    expect(isPublicAddress('2001:0:4136:e378:0:0:80ff:fffe')).toBe(false)
  })
})

describe('before any look-up', () => {
  it.each([
    ['ftp://blog.test/', 'bad-scheme'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['http://blog.test:22/', 'blocked-port'],
    ['http://blog.test:0/', 'blocked-port'],
    ['https://blog.test:80/', null],
    ['http://blog.test:443/', null],
    ['http://blog.test:6000/', 'blocked-port'],
    ['http://blog.test:6667/', 'blocked-port'],
    ['http://blog.test:10080/', 'blocked-port'],
    ['http://blog.test:8080/', null],
    ['https://blog.test/', null],
  ])('%s is answered %s', (url, refused) => expect(refusedAddress(new URL(url))).toBe(refused))
})

describe('a look-up', () => {
  const resolving = (...addresses: string[]) =>
    resolveJudged('blog.test', 443, async () => addresses.map((address) => ({ address })))

  it('gives the judged answers', async () => {
    await expect(resolving('8.8.8.8', '2606:4700::1')).resolves.toEqual([
      { address: '8.8.8.8' },
      { address: '2606:4700::1' },
    ])
  })

  it('is refused whole for one closed answer, wherever it stands', async () => {
    await expect(resolving('8.8.8.8', '127.0.0.1')).rejects.toMatchObject({
      failure: 'blocked-address',
      detail: '127.0.0.1',
    })
    await expect(resolving('::1', '8.8.8.8')).rejects.toBeInstanceOf(FetchFailure)
  })

  it('without answers means that there is no such name', async () => {
    await expect(resolving()).rejects.toMatchObject({ failure: 'dns' })
  })

  it('never believes that a name of this machine is elsewhere', async () => {
    for (const host of ['localhost', 'LOCALHOST.', 'api.localhost']) {
      await expect(resolveJudged(host, 80, async () => [{ address: '8.8.8.8' }])).rejects.toMatchObject({
        failure: 'blocked-address',
      })
    }
  })

  it('reads an address in any of its spellings', async () => {
    const never = async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    for (const url of [
      'http://127.1/',
      'http://0x7f000001/',
      'http://2130706433/',
      'http://0177.0.0.1/',
      'http://[::ffff:7f00:1]/',
      'http://127.0.0.1./',
      'http://①②⑦.0.0.1/',
    ]) {
      await expect(resolveJudged(new URL(url).hostname, 80, never)).rejects.toMatchObject({
        failure: 'blocked-address',
      })
    }
  })
})
