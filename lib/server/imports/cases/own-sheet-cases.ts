import { csv, type ImportCase, latin1, utf8, utf8Bom } from './import-case.ts'

export const OWN_SHEET_CASES: ImportCase[] = [
  {
    name: 'a public tracker: the person, the dates, the status as written',
    file: utf8(
      csv(
        ',',
        'Date,Target Site,DA/DR,Link Type,Status,Contact,Notes,Follow-up Date',
        '28/09/2026,https://www.teablog.example/about,45,Dofollow,Pitched (1st),Anna Tee <anna@teablog.example>,"said, maybe",05/10/2026',
        '29/09/2026,daily.example,60,Guest post,,ben@daily.example,,',
        '30/09/2026,The Kettle Letter,,,Idea,Cid,,',
      ),
    ),
    format: 'spreadsheet',
    records: [
      {
        line: 2,
        prospect: { url: 'https://www.teablog.example' },
        contact: { name: 'Anna Tee', email: 'anna@teablog.example' },
        mention: null,
        status: 'Pitched (1st)',
        notes: 'said, maybe',
        pitchedOn: '2026-09-28',
        followUpOn: '2026-10-05',
      },
      { line: 3, prospect: { url: 'https://daily.example' }, contact: { email: 'ben@daily.example' } },
      { line: 4, prospect: { name: 'The Kettle Letter' }, contact: { name: 'Cid' }, status: 'Idea' },
    ],
    warnings: [],
  },
  {
    name: 'a sheet with semicolons from an old Excel: windows-1252, German words, a preamble',
    file: latin1(
      csv(
        ';',
        'Kontakte Frühjahr',
        '',
        'Website;Ansprechpartner;E-Mail;Notizen',
        'müller-blog.example;Jörg Müller;joerg@mueller.example;"grüßt; schreibt gern"',
      ),
    ),
    format: 'spreadsheet',
    encoding: 'windows-1252',
    delimiter: ';',
    headerLine: 3,
    records: [
      {
        line: 4,
        prospect: { url: 'https://xn--mller-blog-9db.example' },
        contact: { name: 'Jörg Müller', email: 'joerg@mueller.example' },
        notes: 'grüßt; schreibt gern',
      },
    ],
  },
  {
    name: 'pages, links and the kinds a sheet names itself; a name without an outlet column is the outlet',
    file: utf8(
      csv(
        '\t',
        ['Name', 'Type', 'Post URL', 'Live link', 'Anchor text', 'Status'],
        ['Tea Talk', 'Podcast', '', 'https://teatalk.example/12', 'Acme', 'Live'],
        ['Kettle List', 'Blog', 'https://list.example/best', '', '', 'Asked'],
        ['Gone', 'Shop', '', 'https://gone.example/x', '', 'Link removed'],
        ['Soon', '', '', 'soon', '', ''],
      ),
    ),
    format: 'spreadsheet',
    delimiter: '\t',
    records: [
      {
        prospect: { name: 'Tea Talk', url: 'https://teatalk.example', kind: 'podcast' },
        mention: { sourceUrl: 'https://teatalk.example/12', claim: 'linked', anchor: 'Acme' },
      },
      { prospect: { kind: 'blogger' }, mention: { sourceUrl: 'https://list.example/best', claim: null } },
      { prospect: { name: 'Gone' }, mention: { claim: 'lost' } },
      { prospect: { name: 'Soon' }, mention: null },
    ],
  },
  {
    name: 'the URL of a post and a link URL: on one host both are the page, on two the link is what it leads to',
    file: utf8(
      csv(
        ',',
        'Outlet,Name,E-mail,URL of post,Link URL,Date pitched,Follow-up date,Status,Notes',
        'Tea Blog,"Anna Tee, anna@teablog.example",,https://teablog.example/kettles,https://www.teablog.example/kettles#acme,"Sep 21, 2026",,,',
        'Daily,Ben,ben@daily.example,https://daily.example/post,https://acme.example/kettle,21 Sep 2026,2026-10-01,Won,',
        'List,,,https://list.example/best,,,,,',
      ),
    ),
    format: 'spreadsheet',
    records: [
      {
        prospect: { name: 'Tea Blog', url: 'https://www.teablog.example' },
        contact: { name: 'Anna Tee', email: 'anna@teablog.example' },
        mention: { sourceUrl: 'https://www.teablog.example/kettles#acme', claim: 'linked' },
        pitchedOn: '2026-09-21',
      },
      {
        mention: {
          sourceUrl: 'https://daily.example/post',
          targetUrl: 'https://acme.example/kettle',
          claim: 'linked',
        },
        pitchedOn: '2026-09-21',
        followUpOn: '2026-10-01',
        status: 'Won',
      },
      { mention: { sourceUrl: 'https://list.example/best', claim: null } },
    ],
  },
  {
    name: 'cells that are no outlet: other schemes, machines of the house, several sites at once',
    file: utf8(
      csv(
        ',',
        'Name,Website',
        ['Anna', 'javascript:alert(1)'],
        ['Ben', 'http://127.0.0.1/'],
        ['Cy', 'http://localhost/'],
        ['Di', 'a.example, b.example'],
        ['Ed', 'The Kettle: a letter'],
      ),
    ),
    format: 'spreadsheet',
    records: [
      { line: 5, prospect: { url: 'https://a.example' }, contact: { name: 'Di' } },
      { line: 6, prospect: { name: 'The Kettle: a letter' }, contact: { name: 'Ed' } },
    ],
    refused: [
      [2, /javascript:/],
      [3, /number address/],
      [4, /only on your own machine/],
    ],
    warnings: [/several sites .*Line 5/],
  },
  {
    name: 'blank rows, exact repeats and a header in the middle are passed over; lines are counted all the same',
    file: utf8Bom(
      csv(
        ',',
        'Website,Email',
        'a.example,a@a.example',
        ',',
        'a.example,a@a.example',
        'Website,Email',
        'b.example,"b@b.example\nbb@b.example"',
        'c.example,c@c.example',
      ),
    ),
    format: 'spreadsheet',
    records: [
      { line: 2, prospect: { url: 'https://a.example' } },
      { line: 6, contact: { emails: ['b@b.example', 'bb@b.example'] } },
      { line: 8, prospect: { url: 'https://c.example' } },
    ],
    refused: [],
  },
  {
    name: 'what people note of an outlet: a cell that makes no sense is left out, and said',
    file: utf8(
      csv(
        ',',
        'Outlet,Website,Country,Language,Why they care,Assigned to',
        'Tea,tea.example,Germany,German,They brew,Åsa',
        'Ink,ink.example,Narnia,Elvish,,',
      ),
    ),
    format: 'spreadsheet',
    fields: {
      Country: 'prospect.country',
      Language: 'prospect.language',
      'Why they care': 'prospect.whyCare',
      'Assigned to': 'prospect.owner',
    },
    records: [
      { prospect: { url: 'https://tea.example', name: 'Tea' } },
      { prospect: { url: 'https://ink.example' } },
    ],
    refused: [],
    warnings: [/1 cell in "Country" could not be understood \("Narnia"\)/, /"Language" .*"Elvish"/],
  },
  {
    name: 'formulas are text',
    file: utf8(
      csv(
        ',',
        ['Website', 'Email', 'Notes'],
        ['a.example', 'a@a.example', '=HYPERLINK("https://evil.example","x")'],
        ['b.example', '=1+1', '@SUM(A1)'],
      ),
    ),
    format: 'spreadsheet',
    records: [
      { notes: '=HYPERLINK("https://evil.example","x")' },
      { prospect: { url: 'https://b.example' }, notes: '@SUM(A1)' },
    ],
    warnings: [/1 e-mail address could not be read/],
  },
  {
    name: 'a mapping by hand reads a sheet nobody knows, and names what is not there',
    file: utf8(csv(',', 'Où,Qui,Quoi', 'a.example,Anna,hi')),
    mapping: { Où: 'prospect.url', Qui: 'contact.name', Quoi: 'notes' },
    format: 'spreadsheet',
    fields: { Où: 'prospect.url', Qui: 'contact.name', Quoi: 'notes' },
    records: [{ line: 2, prospect: { url: 'https://a.example' }, contact: { name: 'Anna' }, notes: 'hi' }],
  },
  {
    name: 'a mapping by hand changes single columns of a known format',
    file: utf8(csv(',', 'Site,Linking pages,Target pages', 'a.example,5,3')),
    mapping: { 'Linking pages': 'notes', 'Target pages': 'colour', Missing: 'tags' },
    format: 'gsc-sites',
    records: [{ prospect: { url: 'https://a.example' }, notes: '5' }],
    warnings: [
      /a field "colour" that Rapport does not have/,
      /a column "Missing" that this file does not have/,
    ],
  },
]
