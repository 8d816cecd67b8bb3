import { csv, type ImportCase, utf8 } from './import-case.ts'

const PARTNERS =
  'Link Partner - Name*,Link Partner - Domain*,Linking from,Linking To,Anchor Text,Sitewide Link?,Sitewide - # of links,Acquisition Method,Payment Date,Payment - Amount,Payment - Method,Payment - Reference ID,Payment - Type,Payment - Term,Payment - Start date,Payment - Expiration date'
const LINKSENTINEL =
  'source_url,target_url,expected_target_url,expected_anchor_text,expected_rel,campaign,vendor,client,cost,placement_date,expected_status,notes,tags'

export const TRACKER_CASES: ImportCase[] = [
  {
    name: 'BuzzStream link partners: what was bought or exchanged is labelled and warned of',
    file: utf8(
      csv(
        ',',
        PARTNERS,
        'Tea Blog,teablog.example,https://teablog.example/kettles,https://acme.example/,acme,No,,Organic,,,,,,,,',
        'Daily,daily.example,https://daily.example/post,https://acme.example/,acme,No,,Purchase,09/28/2026,120,PayPal,7,Once,,,',
        'Swap,swap.example,https://swap.example/links,https://acme.example/,acme,Yes,40,Exchange,,,,,,,,',
        'No page,nopage.example,,,,,,Other,,,,,,,,',
      ),
    ),
    format: 'buzzstream-link-partners',
    records: [
      { prospect: { url: 'https://teablog.example', name: 'Tea Blog' }, mention: { claim: 'linked' } },
      { mention: { sourceUrl: 'https://daily.example/post', provenance: 'paid elsewhere' } },
      { mention: { provenance: 'exchange' } },
      { prospect: { name: 'No page' }, mention: null },
    ],
    warnings: [/1 row is marked as paid for.*Line 3/, /1 row is marked as an exchange.*Line 4/],
  },
  {
    name: 'LinkSentinel: what cost something was paid for',
    file: utf8(
      csv(
        ',',
        LINKSENTINEL,
        'https://a.example/post,https://acme.example/,https://acme.example/kettle,acme,nofollow sponsored,Spring,V,C,150,2026-09-01,live,kept,"tea;press"',
        'https://b.example/post,https://acme.example/,,acme,dofollow,Spring,V,C,0,2026-09-02,live,,',
      ),
    ),
    format: 'linksentinel',
    records: [
      {
        mention: {
          targetUrl: 'https://acme.example/',
          rel: ['nofollow', 'sponsored'],
          claim: 'linked',
          firstSeen: '2026-09-01',
          provenance: 'paid elsewhere',
        },
        tags: ['tea', 'press'],
        notes: 'kept',
        status: 'live',
      },
      { mention: { rel: [], claim: 'linked' } },
    ],
    warnings: [/paid for.*Line 2/],
  },
  {
    name: 'Base.me: only a confirmed link is claimed',
    file: utf8(
      csv(
        ',',
        'Client*,Link*,Date,Category*,Status',
        'Acme,https://a.example/post,2026-09-01,Guest post,Confirmed',
        'Acme,https://b.example/post,2026-09-01,Guest post,Pending',
      ),
    ),
    format: 'base-me',
    fields: { 'Link*': 'mention.sourceUrl' },
    records: [
      {
        mention: { sourceUrl: 'https://a.example/post', claim: 'linked' },
        tags: ['Guest post'],
        status: 'Confirmed',
      },
      { mention: { claim: null }, status: 'Pending' },
    ],
  },
]
