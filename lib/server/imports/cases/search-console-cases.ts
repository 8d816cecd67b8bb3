import { csv, type ImportCase, utf8, utf8Bom } from './import-case.ts'

const SITE_ROWS = ['teablog.example,12,3', 'daily.example,"1,240",9', 'blogspot.com,4,1']

export const SEARCH_CONSOLE_CASES: ImportCase[] = [
  {
    name: 'Search Console, top linking sites',
    file: utf8(csv(',', 'Site,Linking pages,Target pages', ...SITE_ROWS)),
    format: 'gsc-sites',
    headerLine: 1,
    fields: { Site: 'prospect.url' },
    records: [
      { line: 2, prospect: { url: 'https://teablog.example' }, mention: null },
      { line: 3, prospect: { url: 'https://daily.example' } },
    ],
    refused: [[4, /one outlet/]],
  },
  {
    name: 'Search Console, top linking sites in German: told by its shape',
    file: utf8Bom(csv(',', 'Website,Verlinkende Seiten,Zielseiten', ...SITE_ROWS.slice(0, 2))),
    format: 'gsc-sites',
    records: [
      { prospect: { url: 'https://teablog.example' } },
      { prospect: { url: 'https://daily.example' } },
    ],
  },
  {
    name: "a sheet of domains with their metrics is nobody else's table",
    file: utf8(csv(',', 'Domain,DR,Traffic', ...SITE_ROWS.slice(0, 2))),
    format: 'spreadsheet',
    fields: { Domain: 'prospect.url', DR: null, Traffic: null },
    records: [
      { prospect: { url: 'https://teablog.example' } },
      { prospect: { url: 'https://daily.example' } },
    ],
  },
  {
    name: 'Search Console, latest links: a page, and no word of whether it still links',
    file: utf8(csv(',', 'Linking page,Last crawled', 'https://teablog.example/kettles,2026-07-18')),
    format: 'gsc-latest-links',
    records: [
      {
        prospect: { url: 'https://teablog.example' },
        mention: { sourceUrl: 'https://teablog.example/kettles', claim: null },
      },
    ],
  },
  {
    name: 'Search Console, latest links in Hebrew',
    file: utf8Bom(
      csv(
        ',',
        'דף מקשר,הסריקה האחרונה',
        'https://teablog.example/kettles,2026-07-18',
        'https://daily.example/a,2026-07-17',
      ),
    ),
    format: 'gsc-latest-links',
    encoding: 'UTF-8',
    records: [
      { prospect: { url: 'https://teablog.example' } },
      { prospect: { url: 'https://daily.example' } },
    ],
  },
  {
    name: 'Search Console, more sample links',
    file: utf8(csv(',', 'Linking page', 'https://teablog.example/kettles', 'https://medium.com/@anna/tea-1')),
    format: 'gsc-sample-links',
    delimiter: ',',
    records: [
      { prospect: { url: 'https://teablog.example' } },
      {
        prospect: { url: 'https://medium.com/@anna' },
        mention: { sourceUrl: 'https://medium.com/@anna/tea-1', claim: null },
      },
    ],
  },
  {
    name: 'Search Console, top linked pages are our own pages',
    file: utf8(csv(',', 'Target page,Incoming links,Linking sites', 'https://acme.example/,12,3')),
    format: 'gsc-top-linked-pages',
    records: [],
    refused: [[null, /your own pages/]],
  },
  {
    name: 'Search Console, top linked pages in French',
    file: utf8(csv(',', 'Page cible,Liens entrants,Sites contenant un lien', 'https://acme.example/,12,3')),
    format: 'gsc-top-linked-pages',
    records: [],
    refused: [[null, /your own pages/]],
  },
  {
    name: 'Search Console, top linking text has no pages in it',
    file: utf8(csv(',', 'Rank,Link text', '1,acme', '2,kettle')),
    format: 'gsc-linking-text',
    records: [],
    refused: [[null, /without the pages/]],
  },
]
