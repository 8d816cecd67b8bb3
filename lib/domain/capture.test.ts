import { describe, expect, it } from 'vitest'
import { bookmarkletFor } from './bookmarklet.ts'
import { type Capture, captureParameters, cutAtWord, outletNameFrom, readCapture } from './capture.ts'

type Row = [name: string, sent: Parameters<typeof readCapture>[0], expected: Partial<Capture>]

describe('what a bookmarklet or a share menu sends', () => {
  it.each<Row>([
    [
      'address, title and words, each in its place',
      { url: 'https://a.test/post', title: 'A post', text: 'Four words of theirs.' },
      { url: 'https://a.test/post', title: 'A post', quote: 'Four words of theirs.', problem: null },
    ],
    [
      'an address alone',
      { url: 'https://a.test/' },
      { url: 'https://a.test/', title: '', quote: '', problem: null },
    ],
    ['an address without its scheme', { url: 'a.test/post' }, { url: 'https://a.test/post' }],
    ['an address with credentials in it', { url: 'https://me:secret@a.test/' }, { url: 'https://a.test/' }],
    [
      'an address in the text, as Android sends it',
      { text: 'https://a.test/post' },
      { url: 'https://a.test/post', quote: '' },
    ],
    [
      'words before the address',
      { title: 'A post', text: 'Look at this: https://a.test/post' },
      { url: 'https://a.test/post', quote: 'Look at this:' },
    ],
    [
      'words behind the address',
      { text: 'https://a.test/post via @somebody' },
      { url: 'https://a.test/post', quote: 'via @somebody' },
    ],
    [
      'selected words, in quotes, with a mark for their place',
      { text: '"The notes are the good part." https://a.test/post#:~:text=The%20notes' },
      { url: 'https://a.test/post', quote: 'The notes are the good part.' },
    ],
    [
      'the title again as the text',
      { title: 'A post', text: 'A post https://a.test/post' },
      { url: 'https://a.test/post', title: 'A post', quote: '' },
    ],
    ['the address in the title', { title: 'https://a.test/post' }, { url: 'https://a.test/post', title: '' }],
    [
      'address and text that repeat each other',
      { url: 'https://a.test/post', text: 'Good one https://a.test/post' },
      { url: 'https://a.test/post', quote: 'Good one' },
    ],
    [
      'another address among the words, which stays in them',
      { url: 'https://a.test/post', text: 'See https://b.test/ for more' },
      { url: 'https://a.test/post', quote: 'See https://b.test/ for more' },
    ],
    ['a full stop behind the address', { text: 'Read https://a.test/post.' }, { url: 'https://a.test/post' }],
    ['brackets around the address', { text: 'Nice (https://a.test/post)' }, { url: 'https://a.test/post' }],
    [
      'brackets that belong to the address',
      { text: 'https://a.test/wiki/Bag_(luggage)' },
      { url: 'https://a.test/wiki/Bag_(luggage)' },
    ],
    ['curly quotes around the address', { text: '“https://a.test/post”' }, { url: 'https://a.test/post' }],
    ['an address in capitals', { text: 'HTTPS://A.TEST/Post' }, { url: 'https://a.test/Post' }],
    ['an international name', { url: 'https://bücher.test/' }, { url: 'https://xn--bcher-kva.test/' }],
    [
      'a place on the page, which stays',
      { url: 'https://a.test/post#part-2' },
      { url: 'https://a.test/post#part-2' },
    ],
    [
      'line ends and tabs',
      { url: 'https://a.test/', text: 'One\n\n two\tthree' },
      { quote: 'One two three' },
    ],
    ['half a letter', { url: 'https://a.test/', text: 'Good \ud83d' }, { quote: 'Good \ufffd' }],
    ['a NUL', { url: 'https://a.test/', title: 'A\0B' }, { title: 'A B' }],
    ['marks that turn the writing round', { url: 'https://a.test/', title: 'A\u202eB' }, { title: 'AB' }],
    [
      'words in another writing',
      { url: 'https://a.test/', text: '良い袋は消える。' },
      { quote: '良い袋は消える。' },
    ],
    [
      'tags, which stay text',
      { url: 'https://a.test/', title: '<script>alert(1)</script>' },
      { title: '<script>alert(1)</script>' },
    ],
    [
      'quotation marks in the middle, which stay',
      { url: 'https://a.test/', text: '"One" and "two"' },
      { quote: '"One" and "two"' },
    ],
  ])('%s', (_, sent, expected) => {
    expect(readCapture(sent)).toMatchObject(expected)
  })

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)//https://a.test'],
    ['java\nscript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['file:///etc/passwd'],
    ['vbscript:x'],
    ['about:blank'],
    ['chrome://settings'],
    ['mailto:jo@a.test'],
    ['not an address at all'],
    [''],
  ])('%j is no address of a page', (url) => {
    const capture = readCapture({ url, title: 'A', text: 'Words of theirs' })
    expect(capture).toMatchObject({ url: '', title: 'A', quote: 'Words of theirs' })
    expect(capture.problem).not.toBeNull()
  })

  it('takes an address from the text where the one beside it is none', () => {
    expect(readCapture({ url: 'content://feed/1', text: 'https://a.test/post' }).url).toBe(
      'https://a.test/post',
    )
  })

  it('says what is missing where nothing came at all', () => {
    expect(readCapture({})).toEqual({
      url: '',
      title: '',
      quote: '',
      problem: 'No address came along. Paste the address of the page.',
    })
  })

  it('keeps at most 1,500 letters of the words, and ends behind a whole one', () => {
    const { quote } = readCapture({ url: 'https://a.test/', text: 'packing '.repeat(400) })
    expect(quote.length).toBeLessThanOrEqual(1_500)
    expect(quote.endsWith('packing')).toBe(true)
  })

  it('is quick with a hostile text', () => {
    const started = performance.now()
    readCapture({ text: 'https://'.repeat(50_000), title: '('.repeat(100_000), url: '.'.repeat(100_000) })
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('cutting words', () => {
  it.each([
    ['one two three', 20, 'one two three'],
    ['one two three', 7, 'one two'],
    ['one two three', 8, 'one two'],
    ['one two three', 10, 'one two'],
    ['onewordthatneverends', 8, 'oneword'.concat('t')],
    ['ab 😀😀😀😀', 4, 'ab'],
  ])('%j at %i', (text, max, expected) => {
    expect(cutAtWord(text, max)).toBe(expected)
  })
})

describe('a link that carries a capture', () => {
  it('comes out as it went in', () => {
    const capture = readCapture({
      url: 'https://a.test/?q=1&b=2',
      title: 'A & B',
      text: 'Words = of # theirs',
    })
    const { url, title, text } = Object.fromEntries(captureParameters(capture))
    expect(readCapture({ url, title, text })).toEqual(capture)
  })

  it('stays short enough for a server, also with letters that take nine signs each', () => {
    const capture = readCapture({ url: 'https://a.test/', title: 'A', text: '良い袋は消える。 '.repeat(200) })
    expect(captureParameters(capture, 4_500).toString().length).toBeLessThanOrEqual(4_500)
    expect(captureParameters(capture, 4_500).get('text')?.length).toBeGreaterThan(300)
  })
})

describe('what an outlet may be called', () => {
  it.each([
    ['Seven packs — Packlight Diary', 'https://packlight.test/x', 'Packlight Diary'],
    ['Seven packs | Packlight Diary', 'https://packlight.test/x', 'Packlight Diary'],
    ['Seven packs - a test - Packlight Diary', 'https://packlight.test/x', 'Packlight Diary'],
    ['Carry-on bags', 'https://www.packlight.test/x', 'packlight.test'],
    ['', 'https://packlight.test/x', 'packlight.test'],
  ])('%j at %s', (title, url, expected) => {
    expect(outletNameFrom({ title, url })).toBe(expected)
  })
})

describe('the bookmarklet', () => {
  /** Runs it as a browser would on a page. */
  function press(selected: string) {
    const opened: string[][] = []
    const code = decodeURIComponent(
      bookmarkletFor('https://rapport.test/capture?w=fernway').replace(/^javascript:/, ''),
    )
    const run = new Function('window', 'location', 'document', 'open', code)
    const window = { getSelection: () => selected }
    run(window, { href: 'https://a.test/?a=1&b=2#x' }, { title: 'A & "B"' }, (...args: string[]) =>
      opened.push(args),
    )
    return opened[0] ?? []
  }

  it('opens the form in a tab that knows nothing of the page', () => {
    const [address = '', target, features] = press('Four\n words of theirs')
    const sent = Object.fromEntries(new URL(address).searchParams)
    expect(sent).toEqual({
      w: 'fernway',
      url: 'https://a.test/?a=1&b=2#x',
      title: 'A & "B"',
      text: 'Four words of theirs',
    })
    expect([target, features]).toEqual(['_blank', 'noopener'])
  })

  it('cuts long words before they go', () => {
    const text = new URL(press('packing '.repeat(1_000))[0] ?? '').searchParams.get('text') ?? ''
    expect(text.length).toBeLessThanOrEqual(1_500)
    expect(text.endsWith('packing')).toBe(true)
    expect((press('😀'.repeat(2_000))[0] ?? '').length).toBeLessThan(5_500)
  })

  it('can stand in an attribute as it is', () => {
    expect(bookmarkletFor('https://rapport.test/capture?w=x')).not.toMatch(/["<>\s]/)
  })
})
