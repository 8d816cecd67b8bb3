import { describe, expect, it } from 'vitest'
import { withQueryEncoded } from './encode-query.ts'

const at = (href: string, charset: string) =>
  URL.parse(withQueryEncoded(href, charset), 'http://a.test/')?.href

describe('a query in the encoding of its page (URL standard, 4.4)', () => {
  it.each<[string, string, string, string]>([
    ['two bytes a character', 'shift_jis', '?q=表 示', '?q=%95\\%20%8E%A6'],
    ['escapes, and bytes that look like marks', 'iso-2022-jp', '?q=表a¥', '?q=%1B$BI=%1B(Ba%1B(J\\%1B(B'],
    ['what it cannot write', 'gbk', '?q=評한', '?q=%D4u%26%2354620%3B'],
    ['what one byte cannot write', 'windows-1251', '?q=яé\u{1f600}', '?q=%FF%26%23233%3B%26%23128512%3B'],
    ['all of Unicode', 'gb18030', '?q=한', '?q=%836%843'],
    ['utf-16, which no address is written in', 'utf-16le', '?q=я', '?q=%D1%8F'],
    ['utf-8', 'utf-8', '?q=я', '?q=%D1%8F'],
    ['a dead encoding', 'replacement', '?q=я', '?q=%D1%8F'],
    ['what is encoded already', 'windows-1251', '?q=%d1%8F&r=я', '?q=%d1%8F&r=%FF'],
    [
      'the path and the fragment, which stay as they are',
      'gbk',
      '評?評#評?評',
      '%E8%A9%95?%D4u#%E8%A9%95?%E8%A9%95',
    ],
    ['a fragment with a question mark', 'gbk', '#a?評', '#a?%E8%A9%95'],
    ['lines and spaces that are no part of it', 'iso-2022-jp', ' ?q=表\n\t示 \n', '?q=%1B$BI=%3C(%1B(B'],
  ])('%s', (_, charset, href, expected) => {
    expect(at(href, charset)).toBe(`http://a.test/${expected}`)
  })
})
