import { describe, expect, it } from 'vitest'
import { readPastedPage } from './pasted-page.ts'

describe('a pasted page', () => {
  it('is taken as it stands when it is text, a paragraph per line', () => {
    const { title, text } = readPastedPage(
      'Ten tents for wet islands\r\n\r\n\r\nWe slept  in\tall of them.\n',
    )
    expect(title).toBe('Ten tents for wet islands')
    expect(text).toBe('Ten tents for wet islands\nWe slept in all of them.')
  })

  it('is read as HTML when it is the source of a page, alternative texts included and scripts left out', () => {
    const source =
      '<!doctype html><title>Wet &amp; wild</title><script>alert(1)</script><h1>Ten tents</h1><p>We slept in <b>all</b> of them.</p><img src="x" alt="A tent in the rain">'
    const { title, text, wholeText } = readPastedPage(source)
    expect(title).toBe('Wet & wild')
    expect(wholeText.split('\n')).toEqual(['Ten tents', 'We slept in all of them.', 'A tent in the rain'])
    expect(text.split('\n')[0]).toBe('## Ten tents')
  })

  it('keeps tags that a post about HTML talks of', () => {
    expect(readPastedPage('Use <p> for a paragraph and </p> to end it.').text).toBe(
      'Use <p> for a paragraph and </p> to end it.',
    )
  })

  it('has no title when its first line is a paragraph', () => {
    expect(readPastedPage('We slept in all of them. '.repeat(10)).title).toBe('')
  })

  it('keeps right-to-left text and emoji', () => {
    expect(readPastedPage('⛺ خيمة في المطر').text).toBe('⛺ خيمة في المطر')
  })
})
