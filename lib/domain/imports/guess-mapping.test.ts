import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping.ts'
import { importFieldOf } from './import-fields.ts'
import { likelyHeaderRow, recogniseTable } from './recognise-table.ts'

describe('guessing what the columns of a sheet are', () => {
  it.each<
    [
      name: string,
      headers: string[],
      samples: string[][],
      fields: (string | null)[],
      certainties: (string | null)[],
    ]
  >([
    [
      'headers that say it',
      ['E-mail', 'Blog', 'Follow-up date:', 'Comments'],
      [],
      ['contact.email', 'prospect.name', 'followUpOn', 'notes'],
      ['sure', 'sure', 'sure', 'sure'],
    ],
    [
      'a name beside an outlet is the person',
      ['Name', 'Website'],
      [],
      ['contact.name', 'prospect.url'],
      ['sure', 'sure'],
    ],
    [
      'a name alone is the outlet',
      ['Name', 'Email'],
      [],
      ['prospect.name', 'contact.email'],
      ['sure', 'sure'],
    ],
    [
      'the end of a longer header',
      ["Editor's email", 'Internal notes', 'Email status'],
      [],
      ['contact.email', 'notes', 'status'],
      ['likely', 'likely', 'likely'],
    ],
    [
      'cells where the header says nothing',
      ['A', 'B', 'C', 'D'],
      [
        ['a@a.example', 'https://a.example', 'https://a.example/post/1', 'red'],
        ['b@b.example', 'b.example', 'https://b.example/post/2', 'blue'],
      ],
      ['contact.email', 'prospect.url', 'mention.pageUrl', null],
      ['guess', 'guess', 'guess', null],
    ],
    ['a URL of sites', ['URL'], [['https://a.example/'], ['b.example']], ['prospect.url'], ['sure']],
    [
      'a URL of posts',
      ['URL'],
      [['https://a.example/1'], ['https://medium.com/@anna/2']],
      ['mention.pageUrl'],
      ['sure'],
    ],
    [
      'a URL of profiles on a platform',
      ['URL'],
      [['https://medium.com/@anna'], ['https://medium.com/@ben']],
      ['prospect.url'],
      ['sure'],
    ],
    [
      'a field is given once, unless several columns may fill it',
      ['Website', 'Domain', 'Email', 'Contact email'],
      [],
      ['prospect.url', null, 'contact.email', 'contact.email'],
      ['sure', null, 'sure', 'sure'],
    ],
    [
      'what people note of an outlet',
      ['Website', 'Country', 'Language', 'Why they would care', 'Assigned to', 'Owner'],
      [],
      ['prospect.url', 'prospect.country', 'prospect.language', 'prospect.whyCare', 'prospect.owner', null],
      ['sure', 'sure', 'sure', 'sure', 'sure', null],
    ],
    [
      'what is known and of no use',
      ['DA/DR', 'Phone', '#', 'City'],
      [],
      [null, null, null, null],
      [null, null, null, null],
    ],
  ])('knows %s', (_, headers, samples, fields, certainties) => {
    const guessed = guessMapping(headers, samples)
    expect(guessed.map(({ field }) => field)).toEqual(fields)
    expect(guessed.map(({ certainty }) => certainty)).toEqual(certainties)
  })
})

describe('the names of fields', () => {
  it.each([
    ['contact.email', 'contact.email'],
    ['Email', 'contact.email'],
    ['url', 'prospect.url'],
    ['name', 'name'],
    ['sourceUrl', 'mention.sourceUrl'],
    [' notes ', 'notes'],
    ['colour', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%s is %s', (written, field) => {
    expect(importFieldOf(written)).toBe(field)
  })
})

describe('recognising a table', () => {
  it.each<[name: string, rows: string[][], format: string | null]>([
    [
      'one column of addresses under a known header',
      [['Website'], ['a.example'], ['b.example']],
      'spreadsheet',
    ],
    ['one known word among prose', [['Contact'], ['me at any time'], ['or do not']], null],
    [
      'a header below thirteen lines of words',
      [...Array(13).fill(['words']), ['Website', 'Email'], ['a.example', '']],
      'spreadsheet',
    ],
    ['a header too far down', [...Array(15).fill(['words']), ['Website', 'Email'], ['a.example', '']], null],
    ['addresses without any header', [['https://a.example/1'], ['https://b.example/2']], null],
    [
      'a ranked list of words',
      [
        ['Rang', 'Linktext'],
        ['1', 'acme'],
        ['2', 'kettle'],
      ],
      'gsc-linking-text',
    ],
    [
      'numbers that are no ranks',
      [
        ['Jahr', 'Wort'],
        ['1999', 'acme'],
        ['2001', 'kettle'],
      ],
      null,
    ],
    ['nothing', [], null],
  ])('%s', (_, rows, format) => {
    expect(recogniseTable(rows)?.format ?? null).toBe(format)
  })

  it.each<[name: string, rows: string[][], row: number | null]>([
    ['where rows begin to be of one width', [['title'], ['Colour', 'Size'], ['red', '1'], ['blue', '2']], 1],
    ['not in prose', [['Dear Anna'], ['thank you', ' it boils'], ['me', ' whenever'], ['bye']], null],
    [
      'not where the first row is numbers',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
      null,
    ],
  ])('finds an unknown header %s', (_, rows, row) => {
    expect(likelyHeaderRow(rows)).toBe(row)
  })
})
