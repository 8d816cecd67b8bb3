import { LINK, type PageCase, POST, page } from './page-case.ts'

const LABELS = 'Encoding standard, 4.2 names and labels; its decoders'

/**
 * A page in every legacy encoding a blog may still be written in: name | how it is declared, label | the standard's name |
 * a brand and its bytes | the link's words and their bytes.
 */
const ENCODINGS = `
windows-1251 by its header | header windows-1251 | windows-1251 | Ромашка d0eeece0f8eae0 | обзор eee1e7eef0
windows-1251 by a meta charset | meta windows-1251 | windows-1251 | Ромашка d0eeece0f8eae0 | обзор eee1e7eef0
windows-1251 by a meta http-equiv | equiv windows-1251 | windows-1251 | Ромашка d0eeece0f8eae0 | обзор eee1e7eef0
windows-1251 by the label cp1251 | header cp1251 | windows-1251 | Ромашка d0eeece0f8eae0 | обзор eee1e7eef0
koi8-r by its header | header KOI8-R | koi8-r | Ромашка f2cfcdc1dbcbc1 | обзор cfc2dacfd2
koi8-u by the label koi8-ru | header koi8-ru | koi8-u | Їжак b7d6c1cb | огляд cfc7ccd1c4
ibm866 by the label cp866 | meta cp866 | ibm866 | Ромашка 90aeaca0e8aaa0 | обзор aea1a7aee0
iso-8859-5 by the label cyrillic | header cyrillic | iso-8859-5 | Ромашка c0dedcd0e8dad0 | обзор ded1d7dee0
shift_jis by its header | header Shift_JIS | shift_jis | 表参道 955c8e5193b9 | 革靴 8a768c43
shift_jis by the label x-sjis in a meta | meta x-sjis | shift_jis | ソラノ 835c8389836d | 表示 955c8ea6
shift_jis by the label windows-31j | header windows-31j | shift_jis | 髙島屋 eee0938789ae | ①の店 874082cc9358
gbk by the label gb2312 | header gb2312 | gbk | 金盾 bdf0b6dc | 评测 c6c0b2e2
gbk by a meta http-equiv of gb2312 | equiv GB2312 | gbk | 朱镕 d6ece946 | 評測 d4759c79
gbk by its own name | meta gbk | gbk | 乗乘 815cb3cb | 评测 c6c0b2e2
gb18030 with characters of four bytes | header gb18030 | gb18030 | 𠀋屋 95328337cedd | 评测 c6c0b2e2
big5 by its header | header big5 | big5 | 許功蓋 b35ca55cbb5c | 評測 b5fbb4fa
big5 by the label big5-hkscs | meta big5-hkscs | big5 | 香港 adbbb4e4 | 評測 b5fbb4fa
big5 with a character of Hong Kong | header big5 | big5 | 喺香港 9df6adbbb4e4 | 評測 b5fbb4fa
euc-jp with characters of three bytes | header euc-jp | euc-jp | 丂丄 8fb0a18fb0a2 | 革靴 b3d7b7a4
gbk with its euro sign of one byte | header gbk | gbk | €盒 80bad0 | 评测 c6c0b2e2
euc-kr by its header | header euc-kr | euc-kr | 한국관 c7d1b1b9b0fc | 후기 c8c4b1e2
euc-kr by the label ks_c_5601-1987, with a syllable of its extension | meta ks_c_5601-1987 | euc-kr | 똠방각하 8c63b9e6b0a2c7cf | 후기 c8c4b1e2
euc-jp by the label x-euc-jp | meta x-euc-jp | euc-jp | 表参道 c9bdbbb2c6bb | 革靴 b3d7b7a4
iso-2022-jp by its header | header iso-2022-jp | iso-2022-jp | 表参道 1b2442493d3b32463b1b2842 | 革靴 1b2442335737241b2842
iso-2022-jp by a meta charset | meta iso-2022-jp | iso-2022-jp | 表参道 1b2442493d3b32463b1b2842 | 革靴 1b2442335737241b2842
iso-8859-2 by the label latin2 | header latin2 | iso-8859-2 | Škoda a96b6f6461 | recenze 726563656e7a65
windows-1250 by the label x-cp1250 | meta x-cp1250 | windows-1250 | Škoda 8a6b6f6461 | článek e86ce16e656b
iso-8859-15 with its euro sign | header iso-8859-15 | iso-8859-15 | Œuvre bc75767265 | 10_€ 313020a4
iso-8859-16, which few runtimes know | header iso-8859-16 | iso-8859-16 | Ștefan aa746566616e | știri ba74697269
windows-1254 by the label iso-8859-9 | header iso-8859-9 | windows-1254 | Ağaç 41f061e7 | değer 6465f06572
windows-874 by the label tis-620 | header tis-620 | windows-874 | ร้านค้า c3e9d2b9a4e9d2 | รีวิว c3d5c7d4c7
windows-1253 by its own name | header windows-1253 | windows-1253 | Ακμή c1eaecde | κριτική eaf1e9f4e9eade
iso-8859-7 by the label greek | meta greek | iso-8859-7 | Ακμή c1eaecde | κριτική eaf1e9f4e9eade
windows-1255 by its own name | header windows-1255 | windows-1255 | חנות e7f0e5fa | ביקורת e1e9f7e5f8fa
iso-8859-8-i by the label logical | meta logical | iso-8859-8-i | חנות e7f0e5fa | ביקורת e1e9f7e5f8fa
windows-1256 by its own name | header windows-1256 | windows-1256 | متجر e3caccd1 | مراجعة e3d1c7ccdac9
windows-1257 by its own name | header windows-1257 | windows-1257 | Žalgiris de616c6769726973 | apžvalga 6170fe76616c6761
macintosh by the label x-mac-roman | header x-mac-roman | macintosh | Café 4361668e | été 8e748e
windows-1252 by the label iso-8859-1, with quotes ISO has not | header iso-8859-1 | windows-1252 | Café 436166e9 | “étude” 93e97475646594
windows-1252 by the label us-ascii | meta us-ascii | windows-1252 | Café 436166e9 | naïve 6e61ef7665
utf-8 by the label unicode-1-1-utf-8 | header unicode-1-1-utf-8 | utf-8 | Café 436166c3a9 | été c3a974c3a9
utf-8 by the label UTF8 | meta UTF8 | utf-8 | Café 436166c3a9 | été c3a974c3a9
`

const QUERY = 'URL standard, 4.4 query state: percent-encode after encoding, in the encoding of the document'

/** A link whose query and fragment hold one character: name | label | character's bytes | the address it comes to. */
const QUERIES = `
a query is written in windows-1251 where the page is | windows-1251 | ff | http://acme.test/?q=%FF#%D1%8F
a query is written in shift_jis where the page is | shift_jis | 955c | http://acme.test/?q=%95\\#%E8%A1%A8
a query is written in gbk where the page is | gbk | c6c0 | http://acme.test/?q=%C6%C0#%E8%AF%84
a query is written in euc-kr where the page is | euc-kr | c7d1 | http://acme.test/?q=%C7%D1#%ED%95%9C
a query is written in big5 where the page is | big5 | b5fb | http://acme.test/?q=%B5%FB#%E8%A9%95
a query is written in euc-jp where the page is | euc-jp | c9bd | http://acme.test/?q=%C9%BD#%E8%A1%A8
`

const GIVEN_BACK = 'Encoding standard, decoders: an ASCII byte that cannot follow a lead byte is given back'

/** The first bytes of a character, and then a tag: name | label | bytes before the tag. */
const BROKEN = `
a broken character swallows no tag in utf-8 | utf-8 | e381
a broken character swallows no tag in shift_jis | shift_jis | 81
a broken character swallows no tag in gbk | gbk | 81
half of four bytes swallow no tag in gb18030 | gb18030 | 8130
a broken character swallows no tag in big5 | big5 | a1
a broken character swallows no tag in euc-kr | euc-kr | 81
a broken character swallows no tag in euc-jp | euc-jp | 8fa1
`

export const LEGACY_ENCODING_CASES: readonly PageCase[] = [
  ...rowsOf(ENCODINGS).map(encodingCase),
  ...rowsOf(QUERIES).map(([name, label, bytes, address]) =>
    page(
      name,
      QUERY,
      html(label, `<p><a href="http://acme.test/?q=${hex(bytes)}#${hex(bytes)}">kit</a></p>`),
      { linked: true, resolvedUrl: address },
    ),
  ),
  ...rowsOf(BROKEN).map(([name, label, bytes]) =>
    page(name, GIVEN_BACK, html(label, `<p>${hex(bytes)}${LINK}</p>`), {
      charset: label,
      linked: true,
      linkCount: 1,
    }),
  ),
  page(
    'what windows-1252 cannot write is a character reference in the query',
    QUERY,
    html('windows-1252', '<p><a href="http://acme.test/?q=&#1103;">kit</a></p>'),
    { linked: true, resolvedUrl: 'http://acme.test/?q=%26%231103%3B' },
  ),
  page(
    'windows-1258 writes its accents as combining marks',
    `${LABELS}; Unicode, canonical equivalence`,
    html('windows-1258', `<p>Vi${hex('eaf2')}t Nam, ${LINK}</p>`),
    { charset: 'windows-1258', mentioned: true },
    { ask: { brands: ['Việt'] } },
  ),
  page(
    'an overlong < is no tag',
    'Encoding standard, 8.1.1 UTF-8 decoder: no overlong forms',
    html('utf-8', `<p>${hex('c0bc')}a href="http://acme.test/"${hex('c0be')}kit</p>`),
    { charset: 'utf-8', linked: false },
  ),
  page(
    'characters of iso-2022-jp whose bytes look like a comment',
    'Encoding standard, 12.2.1 ISO-2022-JP decoder',
    html('iso-2022-jp', `<p>\x1b$B<!;----;\x1b(B${LINK}</p>`),
    { charset: 'iso-2022-jp', linked: true },
  ),
  page(
    'characters of iso-2022-jp whose bytes look like a link',
    'Encoding standard, 12.2.1 ISO-2022-JP decoder',
    html('iso-2022-jp', '<p>\x1b$B<a!!href="http://acme.test/"!!>\x1b(B</p>'),
    { charset: 'iso-2022-jp', linked: false },
  ),
  page(
    'iso-2022-kr is read as one replacement character',
    'Encoding standard, 14.1 replacement',
    html('iso-2022-kr', LINK),
    { charset: 'replacement', linked: { not: true } },
  ),
  page(
    'a wrong label: shift_jis called utf-8',
    `${LABELS}: the label counts, right or wrong`,
    html('utf-8', `<p>${hex('955c8e51')} ${LINK}</p>`),
    { charset: 'utf-8', linked: true, mentioned: false },
    { ask: { brands: ['表参道'] } },
  ),
  page(
    'a wrong label: utf-8 called windows-1252',
    `${LABELS}: the label counts, right or wrong`,
    html('iso-8859-1', `<p>Caf${hex('c3a9')} ${LINK}</p>`),
    { charset: 'windows-1252', linked: true, mentioned: false },
    { ask: { brands: ['Café'] } },
  ),
  page(
    'a wrong label: utf-16 for a page of single bytes',
    `${LABELS}: the label counts, right or wrong, and then there are no tags`,
    html('utf-16le', LINK),
    { charset: 'utf-16le', linked: { not: true } },
  ),
  page(
    'a text in windows-1251',
    'MIME Sniffing standard, 4.4; VERIFIER.md: text is read, and has no hyperlinks',
    { type: 'text/plain; charset=windows-1251', bytes: `${hex('d0eeece0f8eae0')}: http://acme.test/` },
    { charset: 'windows-1251', mentioned: true, linked: false },
    { ask: { brands: ['Ромашка'] } },
  ),
]

function encodingCase([name = '', declared = '', charset = '', brand = '', words = '']: string[]): PageCase {
  const [how, label] = declared.split(' ')
  const [brandIs = '', brandBytes = ''] = brand.split(' ')
  const [wordsAre = '', wordsBytes = ''] = words.split(' ')
  const meta =
    how === 'meta'
      ? `<meta charset="${label}">`
      : how === 'equiv'
        ? `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`
        : ''
  const said = `<p>${hex(brandBytes)} <a href="http://acme.test/">${hex(wordsBytes)}</a></p>`
  const served = html(how === 'header' ? label : undefined, said, meta)
  return page(
    name,
    LABELS,
    served,
    { charset, mentioned: true, linked: true, anchorText: wordsAre.replaceAll('_', ' ') },
    { ask: { brands: [brandIs] } },
  )
}

function html(label: string | undefined, body: string, inHead = '') {
  return {
    type: label === undefined ? 'text/html' : `text/html; charset=${label}`,
    bytes: `<!doctype html><html><head>${inHead}<title>x</title></head><body>${POST}${body}</body></html>`,
  }
}

function rowsOf(table: string): [string, string, string, string, string][] {
  const rows = table.trim().split('\n')
  return rows.map((row) => {
    const [a = '', b = '', c = '', d = '', e = ''] = row.split(' | ')
    return [a, b, c, d, e]
  })
}

/** One character a byte. */
function hex(bytes: string): string {
  return Buffer.from(bytes, 'hex').toString('latin1')
}
