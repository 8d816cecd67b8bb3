import { describe, expect, it } from 'vitest'
import { passwordlessProvider, providerOfDomain, providerOfMx } from './mail-providers.ts'
import { mailHost } from './mail-servers.ts'

describe('a mail server’s name', () => {
  it.each([
    [' IMAP.Example.com. ', 'imap.example.com'],
    ['müller.example', 'xn--mller-kva.example'],
    ['192.168.0.1', '192.168.0.1'],
    ['[::1]', '::1'],
    ['mail_1.example', 'mail_1.example'],
  ])('%j is %s', (typed, host) => {
    expect(mailHost(typed)).toBe(host)
  })

  it.each([
    '',
    ' ',
    'a b',
    'https://a.example',
    'a.example:993',
    'a.example/x',
    'anna@a.example',
    '-a.example',
    'a..b',
    '%00',
  ])('%j is none', (typed) => {
    expect(mailHost(typed)).toBeNull()
  })
})

describe('the provider', () => {
  it('is known by the domain, or by who takes its mail', () => {
    expect(providerOfDomain('gmail.com')?.imap.host).toBe('imap.gmail.com')
    expect(providerOfDomain('shop.example')).toBeNull()
    expect(providerOfMx(['ASPMX.L.GOOGLE.COM.'])?.name).toBe('Gmail')
    expect(providerOfMx(['in1-smtp.messagingengine.com'])?.name).toBe('Fastmail')
    expect(providerOfMx(['notgoogle.com'])).toBeNull()
  })

  it('that takes no passwords is named as such', () => {
    expect(passwordlessProvider('outlook.com')).toContain('Microsoft')
    expect(passwordlessProvider('shop.example', ['shop-example.mail.protection.outlook.com'])).toContain(
      'Microsoft',
    )
    expect(passwordlessProvider('shop.example', ['mx.shop.example'])).toBeNull()
  })
})
