import { describe, expect, it } from 'vitest'
import { type ComposeProgram, composeLinks } from './compose-links.ts'

const linkOf = (program: ComposeProgram, text: { to?: string; subject?: string; body?: string }) => {
  const link = composeLinks({ to: 'anna@example.com', subject: 'Bags', body: 'Hi', ...text }).find(
    (candidate) => candidate.program === program,
  )
  if (!link) throw new Error(`no link for ${program}`)
  return link
}

describe('composeLinks', () => {
  it('writes a mailto link with %20 and CRLF', () => {
    expect(linkOf('mailto', { subject: 'Two bags + one', body: 'Hi Anna,\n\nA & B\r\nMe' }).href).toBe(
      'mailto:anna@example.com?subject=Two%20bags%20%2B%20one&body=Hi%20Anna%2C%0D%0A%0D%0AA%20%26%20B%0D%0AMe',
    )
  })

  it.each([
    ['gmail', 'https://mail.google.com/mail/?view=cm&fs=1&tf=1&to=anna%40example.com&su=Bags&body=Hi'],
    [
      'outlook-work',
      'https://outlook.office.com/mail/deeplink/compose?to=anna%40example.com&subject=Bags&body=Hi',
    ],
    [
      'outlook-home',
      'https://outlook.live.com/mail/0/deeplink/compose?to=anna%40example.com&subject=Bags&body=Hi',
    ],
  ] as const)('writes a link for %s', (program, href) => {
    expect(linkOf(program, {}).href).toBe(href)
  })

  it.each(['mailto', 'gmail', 'outlook-work', 'outlook-home'] as const)(
    'gives %s back what was written, emoji, umlauts and marks included',
    (program) => {
      const body = 'Grüße 🎒, 100% "so" & \'so\' <b> #1?\r\n=end'
      const query = new URL(linkOf(program, { body }).href).searchParams
      expect(query.get('body')).toBe(body)
    },
  )

  it('cannot be made to write to anybody else', () => {
    const href = linkOf('mailto', { to: 'anna@example.com,ben@example.com?bcc=all@example.com&x=' }).href
    expect(
      href.startsWith('mailto:anna@example.com%2Cben@example.com%3Fbcc%3Dall@example.com%26x%3D?subject='),
    ).toBe(true)
    expect(linkOf('mailto', { subject: 'Bags\r\nBcc: all@example.com' }).href).toContain(
      'subject=Bags%20Bcc%3A%20all',
    )
  })

  it.each([
    ['mailto', 1_900],
    ['gmail', 7_500],
    ['outlook-work', 1_900],
    ['outlook-home', 1_900],
  ] as const)(
    'leaves the body out of a link to %s only above %i characters, and says so',
    (program, limit) => {
      const empty = linkOf(program, { body: 'x' }).href.length - 1
      const fits = linkOf(program, { body: 'x'.repeat(limit - empty) })
      expect(fits).toMatchObject({ bodyLeftOut: false, why: null })
      expect(fits.href).toHaveLength(limit)
      const over = linkOf(program, { body: 'x'.repeat(limit - empty + 1) })
      expect(over.bodyLeftOut).toBe(true)
      expect(over.why).toContain('Copy it')
      expect(over.href).not.toContain('body=')
      expect(over.href).toContain('Bags')
    },
  )

  it('leaves out an endless subject too', () => {
    const link = linkOf('mailto', { subject: 'x'.repeat(10_000) })
    expect(link.href).toBe('mailto:anna@example.com')
    expect(link.why).toContain('Copy both')
  })

  it('survives half an emoji', () => {
    expect(linkOf('gmail', { body: 'a\ud83c' }).href).toContain('body=a%EF%BF%BD')
  })

  it('tells people to sign in to Outlook first', () => {
    expect(linkOf('outlook-work', {}).note).toContain('Sign in')
    expect(linkOf('mailto', {}).note).toBeNull()
  })
})
