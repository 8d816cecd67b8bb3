import { describe, expect, it } from 'vitest'
import { observationOf } from '#lib/domain/link-check/judge-saved-page.ts'
import { Deadline } from './deadline.ts'
import { examOf } from './page-reader.ts'
import { readPage, readPasted } from './read-page.ts'

const QUESTION = { url: 'https://blog.test/', targets: [{ domain: 'acme.test' }], brands: [] }
const LINK = '<a href="https://acme.test/">kit</a>'
const examined = (html: string) =>
  examOf(QUESTION, observationOf({ url: QUESTION.url, html }), 'threads', new Deadline(20_000))

describe('pages made to break their reader', () => {
  it.each([
    ['deep nesting', '<div>'.repeat(150_000) + LINK],
    ['paragraphs below deep nesting', '<span>'.repeat(60_000) + '<p>x'.repeat(20_000) + LINK],
    [
      'a hundred thousand attributes',
      `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' ')}>${LINK}`,
    ],
    ['tables in tables', '<table>'.repeat(20_000) + LINK],
    [
      'endless rules for robots',
      `<meta name=robots content="${'unavailable_after: x,'.repeat(40_000)}">${LINK}`,
    ],
  ])('%s are read', async (_, html) => {
    expect(await examined(html)).toMatchObject({ linkCount: 1, overBudget: false })
  })

  it('unclosed formatting is read token by token, and what is there is found', async () => {
    const html = Array.from({ length: 6_000 }, (_, n) => `<b id=${n}><p>`).join('')
    expect(await examined(html + LINK)).toMatchObject({ overBudget: true, linkCount: 1 })
    expect(await examined(html)).toMatchObject({ overBudget: true, linkCount: 0 })
  })

  it('one that needs more memory than a thread has is read in a process of its own', async () => {
    const html = Array.from({ length: 30_000 }, (_, n) => `<i a${n}=1 b c d e f>`).join('')
    expect(await examined(html + LINK)).toMatchObject({ linkCount: 1 })
  })

  it('one that breaks that process too costs one look, and its bytes are still there', async () => {
    // No page holds as much as this: each header is a few objects for the reader.
    const deadly = observationOf({ url: QUESTION.url, html: LINK.repeat(20_000) })
    deadly.headers = Array.from({ length: 4_000_000 }, () => ['x', 'y'])
    const [exam, other] = await Promise.all([
      examOf(QUESTION, deadly, 'threads', new Deadline(20_000)),
      examined(LINK),
    ])
    expect(exam).toBeNull()
    expect(deadly.body.length).toBeGreaterThan(500_000)
    expect(other).toMatchObject({ linkCount: 1 })
    expect(await examined(LINK + LINK)).toMatchObject({ linkCount: 2 })
  })

  it('one for which there is no time is not waited for, whether it has begun or waits its turn', async () => {
    const html = '<div>'.repeat(200_000)
    const start = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        examOf(QUESTION, observationOf({ url: QUESTION.url, html }), 'threads', new Deadline(60)),
      ),
    )
    expect(answers).toContain(null)
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(await examined(LINK)).toMatchObject({ linkCount: 1 })
  })

  it('many pages at once are each answered', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => examined(LINK.repeat(n))))
    expect(answers.map((answer) => answer?.linkCount)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  })
})

describe('reading', () => {
  const sentence =
    'We walked for nine days, and the rain stayed with us for most of them, which taught us what to carry.'
  const html = `<!doctype html><title>Nine days of rain</title><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
    <article><h1>Nine days of rain</h1><p>${sentence} ${sentence}</p><h2>What we carried</h2><p>${sentence}</p>
    <ul><li>A light jacket</li><li>Dry socks</li></ul><figure><img alt="A wet tent at dawn" src="x.jpg"></figure>
    <p>Fun <img class="emoji" alt="🙂" src="s.png"> was had. ${sentence}</p></article><footer>Imprint</footer><script>var hidden = 1</script>`

  it('gives the article in paragraphs, and all of the page in lines', async () => {
    const page = await readPage(observationOf({ url: 'https://blog.test/', html }))
    expect(page?.title).toBe('Nine days of rain')
    expect(page?.text).toContain(`\n\nWhat we carried\n\n${sentence}\n\n`)
    expect(page?.text).not.toContain('Imprint')
    const lines = page?.wholeText.split('\n') ?? []
    for (const line of [
      'Home Shop',
      'What we carried',
      'A light jacket',
      'A wet tent at dawn',
      `Fun 🙂 was had. ${sentence}`,
      'Imprint',
    ])
      expect(lines).toContain(line)
    expect(page?.wholeText).not.toContain('hidden')
  })

  it('falls back to all of the page where there is no article', async () => {
    expect(await readPasted('<p>Just a line.</p><p>And another.</p>')).toMatchObject({
      title: null,
      text: 'Just a line.\n\nAnd another.',
      wholeText: 'Just a line.\nAnd another.',
    })
  })

  it('takes plain text as it is', async () => {
    expect(await readPasted('Just a line, 1 < 2.\n\nAnd another.')).toMatchObject({
      text: 'Just a line, 1 < 2.\n\nAnd another.',
    })
  })

  it('reads nothing from a PDF, and nothing where nothing came', async () => {
    expect(
      await readPage(
        observationOf({
          url: 'https://blog.test/',
          html: '%PDF-1.7',
          headers: { 'content-type': 'application/pdf' },
        }),
      ),
    ).toBeNull()
    expect(await readPage({ ...observationOf({ url: 'https://blog.test/', html }), status: null })).toBeNull()
  })
})
