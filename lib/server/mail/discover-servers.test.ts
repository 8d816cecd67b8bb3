import { createSocket } from 'node:dgram'
import { describe, expect, it } from 'vitest'
import { discoverServers } from './discover-servers.ts'
import { lookUpSender, type MailDns, machineDns } from './mail-dns.ts'

const NOW = new Date('2026-03-04T12:00:00Z')

describe('the servers of a mailbox', () => {
  it('are the provider’s own, without asking anybody', async () => {
    const asked = { imap: { host: 'imap.gmail.com', port: 993, security: 'tls' } }
    expect(await discoverServers('gmail.com', dns({}, 'fails'))).toMatchObject(asked)
  })

  it('are those the domain announces, TLS from the first byte before STARTTLS, the preferred first', async () => {
    const found = await discoverServers(
      'shop.example',
      dns({
        '_imaps._tcp.shop.example': [srv('mx2.shop.example', 993, 20), srv('Mail.shop.example.', 993, 10)],
        '_imap._tcp.shop.example': [srv('old.shop.example', 143, 1)],
        '_submissions._tcp.shop.example': [srv('.', 0, 0)],
        '_submission._tcp.shop.example': [srv('mail.shop.example', 587, 1)],
      }),
    )
    expect(found).toMatchObject({
      imap: { host: 'mail.shop.example', port: 993, security: 'tls' },
      smtp: { host: 'mail.shop.example', port: 587, security: 'starttls' },
    })
  })

  it('are not somebody else’s on the word of the domain alone, but for those we know', async () => {
    const elsewhere = dns({ '_imaps._tcp.shop.example': [srv('mail.evil.example', 993, 1)] })
    expect(await discoverServers('shop.example', elsewhere)).toMatchObject({
      imap: null,
      elsewhere: ['mail.evil.example:993'],
    })
    const known = dns({ '_imaps._tcp.shop.example': [srv('imap.fastmail.com', 993, 1)] })
    expect((await discoverServers('shop.example', known)).imap?.host).toBe('imap.fastmail.com')
  })

  it('are those of the provider that takes the domain’s mail', async () => {
    const kept = dns({ 'shop.example': [{ exchange: 'aspmx.l.google.com', priority: 1 }] })
    expect((await discoverServers('shop.example', kept)).smtp?.host).toBe('smtp.gmail.com')
    const microsoft = dns({ 'shop.example': [{ exchange: 'x.mail.protection.outlook.com', priority: 1 }] })
    expect((await discoverServers('shop.example', microsoft)).passwordless).toContain('Microsoft')
  })

  it('stay unknown where nobody says or nobody answers', async () => {
    for (const how of ['empty', 'fails'] as const)
      expect(await discoverServers('shop.example', dns({}, how))).toMatchObject({
        imap: null,
        passwordless: null,
      })
  })
})

describe('looking a sender’s domain up', () => {
  it('asks the domain above for DMARC where it says nothing itself', async () => {
    const found = await lookUpSender(
      'mail.shop.example',
      dns({ '_dmarc.shop.example': [['v=DMARC1; ', 'p=none']], 'mail.shop.example': [] }),
      NOW,
    )
    expect(found.dmarc).toMatchObject({ answer: 'yes', record: 'v=DMARC1; p=none' })
    expect(found.spf.answer).toBe('no')
  })

  it('does not take silence for an answer', async () => {
    const socket = createSocket('udp4')
    await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready))
    const silent = machineDns([`127.0.0.1:${socket.address().port}`], { timeout: 100, tries: 1 })
    const found = await lookUpSender('shop.example', silent, NOW)
    socket.close()
    expect([found.mx.answer, found.spf.answer, found.dmarc.answer]).toEqual(Array(3).fill('could-not-ask'))
  })
})

function srv(name: string, port: number, priority: number) {
  return { name, port, priority, weight: 0 }
}

/** Name servers that know these, and for the rest say that there is none, or nothing. */
function dns(known: Record<string, unknown[]>, otherwise: 'empty' | 'fails' = 'empty'): MailDns {
  const ask = async (name: string) => {
    const answer = known[name]
    if (answer) return answer as never[]
    throw Object.assign(new Error(name), { code: otherwise === 'empty' ? 'ENOTFOUND' : 'ETIMEOUT' })
  }
  return { txt: ask, mx: ask, srv: ask }
}
