import { csv, type ImportCase, utf8, utf16le } from './import-case.ts'
import { makeWorkbook } from './make-workbook.ts'
import { makeZip } from './make-zip.ts'

const SITES = csv(',', 'Site,Linking pages,Target pages', 'teablog.example,12,3')
const LATEST = csv(
  ',',
  'Linking page,Last crawled',
  'https://daily.example/a,2026-07-18',
  'not a page,2026-07-18',
)
const OWN_PAGES = csv(',', 'Target page,Incoming links,Linking sites', 'https://acme.example/,12,3')

/** ZIP files and workbooks, made when they are asked for. */
export async function packedCases(): Promise<ImportCase[]> {
  return [
    {
      name: 'a ZIP of several tables: each as itself, each line with its file',
      file: await makeZip({
        'acme.example-Top linking sites-2026-07-18.csv': SITES,
        'more/Latest links.csv': utf16le(LATEST),
        'Top linked pages.csv': OWN_PAGES,
        '__MACOSX/._Latest links.csv': Buffer.alloc(100),
        'readme.txt': 'Made for you.',
        'inner.zip': await makeZip({ 'x.csv': SITES }),
      }),
      format: 'gsc-sites',
      encoding: 'UTF-8',
      delimiter: ',',
      headerLine: 1,
      records: [
        {
          line: 'acme.example-Top linking sites-2026-07-18.csv:2',
          prospect: { url: 'https://teablog.example' },
        },
        { line: 'more/Latest links.csv:2', mention: { sourceUrl: 'https://daily.example/a' } },
      ],
      refused: [
        ['more/Latest links.csv:3', /"not a page"/],
        [null, /^Top linked pages\.csv: .*your own pages/],
      ],
      warnings: [/^inner\.zip: .*not opened/, /^readme\.txt: .*does not recognise/],
    },
    {
      name: 'the same table twice in a ZIP is read once',
      file: await makeZip({ 'a.csv': SITES, 'b.csv': SITES }),
      format: 'gsc-sites',
      records: [{ line: 'a.csv:2' }],
    },
    {
      name: 'a workbook: the first sheet with a header, dates, numbers, yes and no, formulas as they were last seen',
      file: await makeWorkbook({
        Cover: [['Our outreach'], [], ['By the team']],
        Tracker: [
          ['Links we asked for'],
          [],
          ['Website', 'Contact', 'Email', 'Pitched', 'Follow-up', 'Paid', 'Notes'],
          [
            'teablog.example',
            'Anna & Ben',
            { xml: '<c t="str"><f>LOWER("ANNA@TEABLOG.EXAMPLE")</f><v>anna@teablog.example</v></c>' },
            { xml: '<c s="1"><v>46293</v></c>' },
            { xml: '<c s="2"><v>46300.5</v></c>' },
            { xml: '<c t="b"><v>0</v></c>' },
            { xml: '<c><f>HYPERLINK("https://evil.example")</f></c>' },
          ],
          [
            { xml: '<c t="inlineStr"><is><r><t>daily</t></r><r><t>.example</t></r></is></c>' },
            '',
            { xml: '<c t="e"><v>#N/A</v></c>' },
            { xml: '<c t="d"><v>2026-09-30</v></c>' },
            '',
            '',
            { xml: '<c s="3"><v>0.30000000000000004</v></c>' },
          ],
        ],
      }),
      format: 'spreadsheet',
      encoding: null,
      delimiter: null,
      headerLine: 3,
      records: [
        {
          line: 4,
          prospect: { url: 'https://teablog.example' },
          contact: { name: 'Anna & Ben', email: 'anna@teablog.example' },
          pitchedOn: '2026-09-28',
          followUpOn: '2026-10-05T12:00:00',
          notes: '=HYPERLINK("https://evil.example")',
        },
        { line: 5, prospect: { url: 'https://daily.example' }, pitchedOn: '2026-09-30', notes: '0.3' },
      ],
      refused: [],
      warnings: [],
    },
    {
      name: 'a workbook whose days count from 1904',
      file: await makeWorkbook(
        {
          S: [
            ['Website', 'Date'],
            ['a.example', { xml: '<c s="1"><v>44831</v></c>' }],
          ],
        },
        { isFrom1904: true },
      ),
      format: 'spreadsheet',
      records: [{ pitchedOn: '2026-09-28' }],
    },
    {
      name: 'a backlink export that was saved as a workbook: rows that end early are whole',
      file: await makeWorkbook({
        S: [
          [
            'Source url',
            'Target url',
            'Anchor',
            'External links',
            'Nofollow',
            'Sponsored',
            'Ugc',
            'Lost link',
          ],
          ['https://a.example/post', 'https://acme.example/', 'acme', '4', { xml: '<c t="b"><v>1</v></c>' }],
        ],
      }),
      format: 'semrush-backlinks',
      records: [{ line: 2, mention: { rel: ['nofollow'], claim: 'linked' } }],
    },
    {
      name: 'a ZIP cut off in the middle',
      file: (await makeZip({ 'a.csv': SITES })).subarray(0, 60),
      format: 'unknown',
      encoding: null,
      records: [],
      warnings: [/damaged/],
    },
    {
      name: 'an OpenDocument sheet',
      file: await makeZip({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '<x/>',
      }),
      format: 'unknown',
      records: [],
      warnings: [/OpenDocument/],
    },
    {
      name: 'a ZIP of nothing',
      file: await makeZip({}),
      format: 'unknown',
      records: [],
      warnings: [/no file/],
    },
    {
      name: 'a ZIP of nothing that is known',
      file: await makeZip({ 'a.txt': utf8('hello') }),
      format: 'unknown',
      records: [],
      refused: [],
    },
  ]
}
