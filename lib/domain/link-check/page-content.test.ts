import { describe, expect, it } from 'vitest'
import { readPage } from './cases/read-page.ts'
import { examinePage } from './examine-page.ts'
import { judgePage } from './judge-page.ts'
import { observationOf } from './judge-saved-page.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'

const QUESTION = {
  url: 'https://blog.test/',
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  brands: ['Müsli'],
}

function read(body: Uint8Array | string, contentType?: string) {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
  const headers: [string, string][] = contentType === undefined ? [] : [['content-type', contentType]]
  const observation = {
    ...observationOf({ url: QUESTION.url, html: '' }),
    headers,
    body: new Uint8Array(bytes),
  }
  return judgePage(QUESTION, observation, examinePage(QUESTION, observation), NO_SURROUNDINGS)
}

const utf8 = Buffer.from('<p>Müsli</p>').toString('latin1')
const latin = '<p>M\u00fcsli</p>'
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('how bytes are read', () => {
  it.each<[string, Uint8Array | string, string | undefined, string]>([
    ['a header', utf8, 'text/html; charset=UTF-8', 'utf-8'],
    ['a header in quotes', utf8, 'text/html; charset="utf8"', 'utf-8'],
    [
      'a header before a meta',
      `<meta charset=utf-8>${latin}`,
      'text/html; charset=iso-8859-1',
      'windows-1252',
    ],
    [
      'a byte order mark before a header',
      `\u00ef\u00bb\u00bf${utf8}`,
      'text/html; charset=iso-8859-1',
      'utf-8',
    ],
    ['a meta', `<meta charset="utf-8">${utf8}`, 'text/html', 'utf-8'],
    [
      'an old meta',
      `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">${utf8}`,
      'text/html',
      'utf-8',
    ],
    [
      'a meta behind the first 1024 bytes',
      `<head><!--${'x'.repeat(1_100)}--><meta charset="utf-8"></head>${utf8}`,
      'text/html',
      'utf-8',
    ],
    [
      'a header nobody knows, and a meta',
      `<meta charset="utf-8">${utf8}`,
      'text/html; charset=nonsense',
      'utf-8',
    ],
    ['nothing', latin, 'text/html', 'windows-1252'],
    ['no header at all', `<!doctype html><meta charset=utf-8>${utf8}`, undefined, 'utf-8'],
    ['a meta that says utf-16', `<meta charset="utf-16">${utf8}`, 'text/html', 'utf-8'],
    ['a utf-16 byte order mark', utf16('<p>Müsli</p>'), 'text/html', 'utf-16le'],
    [
      'several headers in one, the last that counts',
      utf8,
      'text/plain; charset=iso-8859-1, text/html; charset=utf-8',
      'utf-8',
    ],
    ['a comment that is no meta', `<!-- <meta charset=utf-8> -->${latin}`, 'text/html', 'windows-1252'],
    [
      'plain text, where a meta is only text',
      `<meta charset=utf-8> M\u00fcsli`,
      'text/plain',
      'windows-1252',
    ],
    ['an old label', latin, 'text/html; charset=latin1', 'windows-1252'],
    ['Cyrillic Windows', '<meta charset=windows-1251><p>M\u00fcsli</p>', 'text/html', 'windows-1251'],
    [
      'Japanese',
      Buffer.concat([Buffer.from('<p>'), Buffer.from([0x83, 0x5c, 0x83, 0x6a, 0x81, 0x5b])]),
      'text/html; charset=Shift_JIS',
      'shift_jis',
    ],
    ['Chinese by an old name', '<p>x</p>', 'text/html; charset=gb2312', 'gbk'],
  ])('%s', (what, body, type, charset) => {
    const facts = read(body, type)
    expect(facts.charset).toBe(charset)
    if (/utf|1252/.test(charset)) expect(facts.mentioned, what).toBe(true)
  })

  const japanese = [0x83, 0x5c, 0x83, 0x6a, 0x81, 0x5b]
  const between = (...bytes: number[]) =>
    Buffer.from([...Buffer.from('<p>'), ...bytes, ...Buffer.from('</p>')])

  it.each<[string, Uint8Array, string, string, string]>([
    ['Korean', between(0xbb, 0xef, 0xbc, 0xba), 'euc-kr', 'euc-kr', '\uc0bc\uc131'],
    [
      'Japanese by escapes',
      between(0x1b, 0x24, 0x42, 0x25, 0x3d, 0x25, 0x4b, 0x21, 0x3c, 0x1b, 0x28, 0x42),
      'iso-2022-jp',
      'iso-2022-jp',
      '\u30bd\u30cb\u30fc',
    ],
    ['Japanese', between(...japanese), 'shift_jis', 'shift_jis', '\u30bd\u30cb\u30fc'],
    ['Chinese', between(0xd0, 0xa1, 0xc3, 0xd7), 'gb2312', 'gbk', '\u5c0f\u7c73'],
    [
      'Russian',
      between(0xdf, 0xed, 0xe4, 0xe5, 0xea, 0xf1),
      'windows-1251',
      'windows-1251',
      '\u042f\u043d\u0434\u0435\u043a\u0441',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('<p>M\u00fcsli</p>', 'utf16le'),
      'utf-16le',
      'utf-16le',
      'M\u00fcsli',
    ],
    [
      'UTF-16 by its short name',
      Buffer.from('<p>M\u00fcsli</p>', 'utf16le'),
      'utf-16',
      'utf-16le',
      'M\u00fcsli',
    ],
    [
      'UTF-16 the other way round',
      Buffer.from('<p>M\u00fcsli</p>', 'utf16le').swap16(),
      'utf-16be',
      'utf-16be',
      'M\u00fcsli',
    ],
    [
      'a mark that contradicts the header',
      Buffer.from('\ufeff<p>M\u00fcsli</p>', 'utf16le').swap16(),
      'windows-1252',
      'utf-16be',
      'M\u00fcsli',
    ],
    [
      'UTF-8 with a wrong label',
      Buffer.from('<p>M\u00fcsli</p>'),
      'iso-8859-1',
      'windows-1252',
      'M\u00c3\u00bcsli',
    ],
    [
      'Windows with a wrong label',
      Buffer.from('<p>M\u00fcsli</p>', 'latin1'),
      'utf-8',
      'utf-8',
      'M\ufffdsli',
    ],
    [
      'Japanese read as Western',
      between(...japanese),
      'windows-1252',
      'windows-1252',
      '\u0192\\\u0192j\u0081[',
    ],
  ])('reads %s', (_, body, label, charset, words) => {
    const { facts, evidence } = readPage(new Uint8Array(body), {
      observation: { headers: [['content-type', `text/html; charset=${label}`]] },
      question: { brands: [words] },
    })
    expect({ charset: facts.charset, words: evidence.visibleText, mentioned: facts.mentioned }).toEqual({
      charset,
      words,
      mentioned: true,
    })
  })

  it('never turns HTML tricks of a dead encoding into a page', () => {
    expect(read('<a href="https://acme.test/">x</a>', 'text/html; charset=iso-2022-kr')).toMatchObject({
      charset: 'replacement',
      linked: false,
    })
  })

  it('writes the query of a link in the encoding of the page', () => {
    expect(
      read('<a href="https://acme.test/?q=M\u00fcsli#\u00fc">x</a>', 'text/html; charset=iso-8859-1')
        .resolvedUrl,
    ).toBe('https://acme.test/?q=M%FCsli#%C3%BC')
    expect(
      read(Buffer.from('<a href="https://acme.test/?q=Müsli">x</a>'), 'text/html; charset=utf-8').resolvedUrl,
    ).toBe('https://acme.test/?q=M%C3%BCsli')
  })

  it('writes the query of a canonical address in the encoding of the page', () => {
    const head = Buffer.from('<link rel=canonical href="/?q=')
    const body = Buffer.concat([head, Buffer.from([0x95, 0x5c]), Buffer.from('">')])
    expect(read(body, 'text/html; charset=shift_jis').canonicalUrl).toBe('https://blog.test/?q=%95\\')
  })

  it('looks what a body is where no header says', () => {
    expect(read('%PDF-1.7 ...')).toMatchObject({ contentType: 'application/pdf', linked: null })
    expect(read('  <html><a href="https://acme.test/">x</a>')).toMatchObject({
      contentType: 'text/html',
      linked: true,
    })
    expect(read('just text')).toMatchObject({ contentType: 'text/plain', linked: false })
    expect(read('\u0000\u0001\u0002binary', 'text/plain')).toMatchObject({
      contentType: 'application/octet-stream',
      linked: null,
    })
  })
})
