import { csv, type ImportCase, utf8, utf8Bom } from './import-case.ts'

const SEMRUSH =
  'Page ascore,Source title,Source url,Target url,Anchor,External links,Internal links,Nofollow,Sponsored,Ugc,Text,Frame,Form,Image,Sitewide,First seen,Last seen,New link,Lost link'
const MAJESTIC =
  'Target URL,Source URL,Anchor Text,Source Crawl Date,Source First Found Date,FlagNoFollow,FlagImageLink,FlagRedirect,FlagFrame,FlagOldCrawl,FlagAltText,FlagMention,SourceCitationFlow,SourceTrustFlow,TargetCitationFlow,TargetTrustFlow,SourceTopicalTrustFlow_Topic_0,SourceTopicalTrustFlow_Value_0,RefDomainTopicalTrustFlow_Topic_0,RefDomainTopicalTrustFlow_Value_0'
const MAJESTIC_API =
  'SourceURL,ACRank,AnchorText,Date,FlagRedirect,FlagFrame,FlagNoFollow,FlagImages,FlagDeleted,FlagAltText,FlagMention,TargetURL,DomainID,FirstIndexedDate,LastSeenDate,DateLost,ReasonLost,LinkType,LinkSubType,TargetCitationFlow,TargetTrustFlow,TargetTopicalTrustFlow_Topic_0,TargetTopicalTrustFlow_Value_0,SourceCitationFlow,SourceTrustFlow,SourceTopicalTrustFlow_Topic_0,SourceTopicalTrustFlow_Value_0'
const FLOW = '20,21,22,23,Home,5,Home,6'

export const LINK_INDEX_CASES: ImportCase[] = [
  {
    name: 'Semrush backlinks with a BOM: booleans, a quoted line break, a lost link',
    file: utf8Bom(
      csv(
        ',',
        SEMRUSH,
        '30,"A title\nof two lines",https://a.example/post,https://acme.example/,"Acme, Inc.",12,3,true,false,true,true,false,false,false,false,2026-06-01 10:00:00,2026-09-01,false,false',
        '30,T,https://b.example/post,https://acme.example/,acme,12,3,false,false,false,true,false,false,false,false,2026-06-02,2026-09-01,false,true',
      ),
    ),
    format: 'semrush-backlinks',
    encoding: 'UTF-8',
    delimiter: ',',
    records: [
      {
        line: 2,
        prospect: { url: 'https://a.example' },
        mention: {
          anchor: 'Acme, Inc.',
          rel: ['nofollow', 'ugc'],
          claim: 'linked',
          firstSeen: '2026-06-01T10:00:00',
        },
      },
      {
        line: 4,
        mention: { sourceUrl: 'https://b.example/post', rel: [], claim: 'lost', firstSeen: '2026-06-02' },
      },
    ],
    refused: [],
  },
  {
    name: 'Semrush referring domains',
    file: utf8(
      csv(
        ',',
        'Domain ascore,Domain,Backlinks,IP Address,Country,First seen,Last seen,New/Lost',
        '40,a.example,3,192.0.2.1,us,2026-01-01,2026-02-02,new',
      ),
    ),
    format: 'semrush-referring-domains',
    records: [{ prospect: { url: 'https://a.example' }, contact: null, mention: null }],
  },
  {
    name: 'Moz inbound links below five lines about the report',
    file: utf8(
      csv(
        ',',
        'Moz Link Explorer',
        'Inbound Links',
        'Target: acme.example',
        'Created: 9/28/2026',
        '',
        'URL,Title,Anchor Text,Spam Score,PA,DA,Linking Domains to Page,Target URL,Link Type,Link State,Date First Seen,Date Last Seen,Date Lost',
        'a.example/post,Tea,acme,1,30,40,5,acme.example/,Nofollow,Active,9/28/2026,10/1/2026,',
        'https://b.example/post,Tea,acme,1,30,40,5,acme.example/,Follow,Deleted,8/2/2026,10/1/2026,10/2/2026',
      ),
    ),
    format: 'moz-inbound',
    headerLine: 6,
    records: [
      {
        line: 7,
        mention: {
          sourceUrl: 'https://a.example/post',
          rel: ['nofollow'],
          claim: 'linked',
          firstSeen: '2026-09-28',
        },
      },
      // The first row gives the order of the dates away.
      { line: 8, mention: { rel: [], claim: 'lost', firstSeen: '2026-08-02' } },
    ],
    warnings: [],
  },
  {
    name: 'Moz top pages are our own pages',
    file: utf8(
      csv(
        ',',
        'Moz Link Explorer',
        '',
        'URL,Title,PA,Linking Domains to Page,Total Links',
        'acme.example/,Acme,40,12,99',
      ),
    ),
    format: 'moz-top-pages',
    headerLine: 3,
    records: [],
    refused: [[null, /your own pages/]],
  },
  {
    name: 'Majestic backlinks: quotes that do not match, commas that are not quoted, a mention without a link',
    file: utf8(
      csv(
        ',',
        MAJESTIC,
        `https://acme.example/,https://a.example/post,acme,2026-09-01,2026-06-01,TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,${FLOW}`,
        `https://acme.example/,https://b.example/post,"the "best, finest" kettle",2026-09-01,2026-06-02,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,${FLOW}`,
        `https://acme.example/,https://c.example/post,"never closed,2026-09-01,2026-06-03,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,TRUE,${FLOW}`,
        `https://acme.example/,https://d.example/post,one, two, three,2026-09-01,2026-06-04,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,${FLOW}`,
        'https://acme.example/,https://e.example/post,cut',
        `https://acme.example/,https://f.example/post,"",2026-09-01,2026-06-05,FALSE,TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,${FLOW}`,
      ),
    ),
    format: 'majestic-backlinks',
    records: [
      {
        line: 2,
        mention: {
          sourceUrl: 'https://a.example/post',
          rel: ['nofollow'],
          claim: 'linked',
          firstSeen: '2026-06-01',
        },
      },
      { line: 3, mention: { anchor: 'the "best, finest" kettle', rel: [], claim: 'linked' } },
      { line: 4, mention: { anchor: 'never closed', claim: 'mention' } },
      { line: 7, mention: { sourceUrl: 'https://f.example/post', claim: 'linked' } },
    ],
    refused: [
      [5, /22 cells where the header has 20/],
      [6, /cut off/],
    ],
  },
  {
    name: 'Majestic in the shape of its API: deleted links are lost',
    file: utf8(
      csv(
        ',',
        MAJESTIC_API,
        `https://a.example/post,3,acme,2026-09-01,0,0,1,0,0,0,0,https://acme.example/,7,2026-06-01,2026-09-01,,,TextLink,,1,2,Home,3,4,5,Home,6`,
        `https://b.example/post,3,acme,2026-09-01,0,0,0,0,1,0,0,https://acme.example/,7,2026-06-01,2026-09-01,2026-09-20,Link removed,TextLink,,1,2,Home,3,4,5,Home,6`,
        `https://c.example/post,3,,2026-09-01,0,0,0,0,0,0,1,https://acme.example/,7,2026-06-01,2026-09-01,-,,,,1,2,Home,3,4,5,Home,6`,
      ),
    ),
    format: 'majestic-backlinks',
    records: [
      { mention: { rel: ['nofollow'], claim: 'linked' } },
      { mention: { rel: [], claim: 'lost' }, notes: 'Lost: Link removed' },
      { mention: { claim: 'mention' } },
    ],
  },
]
