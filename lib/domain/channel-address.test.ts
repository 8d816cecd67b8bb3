import { describe, expect, it } from 'vitest'
import { checkChannelAddress, hostOfChannelAddress, linkOfChannelAddress } from './channel-address.ts'
import type { ChannelKind } from './channel-kinds.ts'

describe('the address of a channel', () => {
  it.each<[ChannelKind, string, string, string]>([
    ['email', 'Anna <Anna.B+news@GMAIL.com>', 'Anna.B+news@gmail.com', 'annab@gmail.com'],
    ['form', 'Example.com/contact/', 'https://example.com/contact/', 'example.com/contact'],
    ['dm', '@Anna on  Instagram', '@Anna on Instagram', 'dm:anna on instagram'],
    ['dm', 'anna.writes', 'anna.writes', 'dm:anna.writes'],
    ['dm', 'www.instagram.com/anna', 'https://www.instagram.com/anna', 'instagram.com/anna'],
    ['spoken', ' Fair in Leipzig ', 'Fair in Leipzig', 'spoken:fair in leipzig'],
  ])('%s: "%s" is kept as "%s"', (kind, input, address, key) => {
    expect(checkChannelAddress(kind, input)).toMatchObject({ ok: true, address, key })
  })

  it.each<[ChannelKind, string]>([
    ['email', 'anna'],
    ['email', ''],
    ['form', 'javascript:alert(1)'],
    ['form', 'anna@example.com'.replace('@', ' at ')],
    ['dm', 'javascript:alert(1)'],
    ['dm', 'data:text/html,hello'],
    ['dm', ' '],
    ['dm', 'a'.repeat(10_000)],
    ['spoken', ''],
  ])('%s: "%s" is refused with a sentence', (kind, input) => {
    expect(checkChannelAddress(kind, input)).toMatchObject({ ok: false, error: expect.stringMatching(/\.$/) })
  })

  it('says when an inbox is shared', () => {
    expect(checkChannelAddress('email', 'press@example.com')).toMatchObject({
      warnings: [expect.stringContaining('shared inbox')],
    })
  })

  it('knows its host where there is one', () => {
    expect(hostOfChannelAddress('email', 'a@Mail.example.com')).toBe('mail.example.com')
    expect(hostOfChannelAddress('form', 'https://example.com/contact')).toBe('example.com')
    expect(hostOfChannelAddress('dm', '@anna')).toBeNull()
    expect(hostOfChannelAddress('spoken', 'www.example.com fair')).toBeNull()
  })

  it('can be opened only when it is a web address', () => {
    expect(linkOfChannelAddress('dm', 'instagram.com/anna')).toBe('https://instagram.com/anna')
    expect(linkOfChannelAddress('dm', 'javascript:alert(1)')).toBeNull()
    expect(linkOfChannelAddress('email', 'a@example.com')).toBeNull()
  })
})
