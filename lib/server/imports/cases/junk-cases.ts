import { csv, type ImportCase, utf8 } from './import-case.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

export const JUNK_CASES: ImportCase[] = [
  { name: 'nothing at all', file: utf8(''), format: 'unknown', records: [], warnings: [/empty/] },
  {
    name: 'a picture',
    file: PNG,
    format: 'unknown',
    encoding: null,
    records: [],
    warnings: [/does not recognise/],
  },
  { name: 'bytes of zero', file: Buffer.alloc(5_000), format: 'unknown', encoding: null, records: [] },
  {
    name: 'a letter with commas and line breaks',
    file: utf8('Dear Anna,\n\nthank you for the kettle, it boils.\nContact\nme, whenever you like.\n'),
    format: 'unknown',
    records: [],
  },
  {
    name: 'a page',
    file: utf8('<!doctype html>\n<title>Email, Website</title>\n<p>Name, email\n'),
    format: 'unknown',
    records: [],
  },
  { name: 'JSON', file: utf8('{"name": "Anna", "email": "a@b.example"}'), format: 'unknown', records: [] },
  {
    name: 'a table of something else: its columns are there to be mapped',
    file: utf8(csv(',', 'Colour,Size,Weight', 'red,1,2', 'blue,3,4')),
    format: 'unknown',
    delimiter: ',',
    headerLine: 1,
    fields: { Colour: null, Size: null, Weight: null },
    records: [],
    warnings: [/does not recognise the columns/],
  },
  {
    name: 'cells with NULs in them are read without the NULs',
    file: utf8(csv(',', 'Website,Email', 'a.exa\u0000mple,a@a.example')),
    format: 'spreadsheet',
    records: [{ prospect: { url: 'https://a.example' } }],
  },
]
