import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesAmong } from './report-changes.ts'
import {
  numbersOf,
  type ReportClip,
  type ReportContent,
  readReportContent,
  whatItSays,
} from './report-content.ts'
import { reportCsv, reportJson } from './report-files.ts'
import { noReportHtml, passwordHtml, reportHtml } from './report-html.ts'
import { groupOf, isStanding, REPORT_GROUP_WORDS, REPORT_GROUPS, REPORT_OUTCOMES } from './report-outcomes.ts'
import { lookIsStale, whyNotApprove } from './report-review.ts'
import { REPORT_SECTIONS, sectionsOf } from './report-states.ts'
import { lastMonth } from './report-time.ts'
import { summarySentence } from './report-words.ts'

function clip(odd: Partial<ReportClip> = {}): ReportClip {
  return {
    ...{ mentionId: 'm', url: 'https://paper.example/a', title: 'A', outlet: 'paper.example' },
    ...{
      outcome: 'linked',
      provenance: 'earned',
      group: 'followed',
      seenByPerson: false,
      saidByPerson: false,
    },
    ...{ words: '' },
    ...{ publishedOn: null, firstSeenOn: '2026-03-01', lastLookedOn: '2026-03-04', evidence: null, ...odd },
  }
}

function content(clips: ReportClip[], odd: Partial<ReportContent> = {}): ReportContent {
  return {
    ...{
      version: 1,
      agency: { name: 'Reed', logo: null },
      site: { id: 's', name: 'Tern', domain: 'tern.example' },
    },
    ...{ title: 'March', from: '2026-03-01', to: '2026-03-31', asOf: '2026-03-31', words: '' },
    ...{ sections: [...REPORT_SECTIONS], numbers: numbersOf(clips), clips, changes: null, ...odd },
  }
}

const anyClip = fc
  .record({
    outcome: fc.constantFrom(...REPORT_OUTCOMES),
    provenance: fc.constantFrom('earned', 'sample', 'paid-elsewhere'),
    everLinked: fc.boolean(),
    title: fc.string(),
    words: fc.string(),
    key: fc.uuid(),
  })
  .map(({ outcome, provenance, everLinked, title, words, key }) =>
    clip({
      ...{ outcome, provenance, title, words, url: `https://paper.example/${key}`, mentionId: key },
      group: groupOf(outcome, { provenance, everLinked }),
    }),
  )

describe('the numbers of a report', () => {
  it('are the same set as its clips, its CSV and its JSON, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyClip, { maxLength: 40 }), (clips) => {
        const report = content(clips)
        const rows = Object.values(report.numbers).reduce((sum, count) => sum + count, 0)
        expect(rows).toBe(clips.length)
        const json = JSON.parse(reportJson(report)) as {
          clips: { url: string; group: string }[]
          numbers: { key: string; count: number }[]
        }
        expect(json.clips.map(({ url }) => url)).toEqual(clips.map(({ url }) => url))
        for (const { key, count } of json.numbers)
          expect(json.clips.filter(({ group }) => group === key)).toHaveLength(count)
        const urls = [...reportCsv(report).matchAll(/https:\/\/paper\.example\/[0-9a-f-]{36}/g)].map(
          ([url]) => url,
        )
        expect(urls).toEqual(clips.map(({ url }) => url))
        const shown = reportHtml(report)
        for (const { url } of clips) expect(shown).toContain(`href="${url}"`)
        expect(readReportContent(JSON.parse(JSON.stringify(report)))).toEqual(report)
      }),
      { numRuns: 60 },
    )
  })

  it('count what was bought with nothing else, and a page that went without ever linking as no loss', () => {
    expect(groupOf('linked', { provenance: 'paid-elsewhere', everLinked: true })).toBe('paid')
    expect(groupOf('page-gone', { provenance: 'earned', everLinked: false })).toBe('not-there')
    expect(groupOf('page-gone', { provenance: 'earned', everLinked: true })).toBe('lost')
    expect(REPORT_OUTCOMES.filter(isStanding)).toHaveLength(8)
  })
})

describe('the sentence of a report', () => {
  it('never adds what is no link to what is one', () => {
    const clips = [
      ...[
        clip(),
        clip(),
        clip({ group: 'qualified' }),
        clip({ group: 'unlinked' }),
        clip({ group: 'featured' }),
      ],
      clip({ group: 'lost' }),
    ]
    expect(summarySentence(content(clips))).toBe(
      'From 1 March 2026 to 31 March 2026, 3 pages linked to you (2 that search engines may follow, 1 marked nofollow, sponsored or ugc). Counted apart from these: 1 page named you without a link; 1 page told your story without naming you; 1 link was lost.',
    )
  })

  it('says plainly that nothing came of it', () => {
    expect(summarySentence(content([]))).toBe('From 1 March 2026 to 31 March 2026, no page linked to you.')
  })
})

describe('the page of a report', () => {
  it('shows other people’s words and ours as words, never as markup', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const report = content([clip({ title: evil, words: evil, outlet: evil, provenance: evil })], {
      ...{ title: evil, words: evil, agency: { name: evil, logo: null } },
      site: { id: 's', name: evil, domain: evil },
      changes: {
        ...{ since: '2026-02-01', more: 3 },
        list: [
          {
            kind: 'new',
            url: 'https://a.example/',
            title: evil,
            outlet: '',
            outcome: 'linked',
            before: null,
          },
        ],
      },
    })
    for (const html of [
      reportHtml(report, {
        files: [{ href: evil, label: evil }],
        evidenceKey: { href: evil, fingerprint: evil },
      }),
      passwordHtml({ action: evil, problem: evil }),
    ])
      expect(html).not.toMatch(/<script|<img/)
    expect(noReportHtml()).not.toContain('<script')
  })

  it('asks for nothing but what stands in it', () => {
    const logo = `data:image/png;base64,${Buffer.from('x').toString('base64')}`
    const html = reportHtml(content([clip()], { agency: { name: 'Reed', logo } }))
    expect(html).toContain(`<img src="${logo}" alt="">`)
    expect(html.match(/(?:src|srcset|poster|action|@import|url\()[^>]*/g)).toEqual([
      expect.stringContaining('data:'),
    ])
  })

  it('has the parts that were chosen, and their order', () => {
    expect(sectionsOf(['note', 'clips', 'nonsense', 'summary'])).toEqual(['summary', 'clips', 'note'])
    const html = reportHtml(content([clip()], { sections: ['summary', 'note'] }))
    expect(html).not.toMatch(/The numbers|paper\.example/)
    expect(html.indexOf('In short')).toBeLessThan(html.indexOf('What is not promised'))
  })

  it('links to no address that was kept as anything but a web page, and shows no picture that is none', () => {
    const kept = content([clip({ url: 'javascript:alert(1)' })], {
      agency: { name: 'Reed', logo: 'data:image/svg+xml;base64,PHN2Zz4=' },
    })
    const read = readReportContent(JSON.parse(JSON.stringify(kept)))
    expect(reportHtml(read)).not.toMatch(/javascript:|svg/)
    expect(read.clips).toHaveLength(1)
  })

  it('has a word and a meaning for every number', () => {
    for (const group of REPORT_GROUPS) expect(REPORT_GROUP_WORDS[group].meaning).toMatch(/\.$/)
  })
})

describe('what changed', () => {
  const one = (
    outcome: (typeof REPORT_OUTCOMES)[number],
    before: (typeof REPORT_OUTCOMES)[number] | null,
    everLinked = true,
  ) =>
    changesAmong([{ url: 'https://a.example/', title: '', outlet: '', outcome, before, everLinked }])[0]
      ?.kind ?? null

  it.each([
    ['linked', null, 'new'],
    ['linked', 'not-looked', 'new'],
    ['linked', 'not-mentioned', 'new'],
    ['not-looked', null, 'new'],
    ['lost', null, null],
    ['lost', 'linked', 'lost'],
    ['page-gone', 'mentioned-unlinked', 'lost'],
    ['page-gone', 'lost', null],
    ['linked', 'lost', 'changed'],
    ['linked', 'linked', null],
    ['linked-qualified', 'linked', 'changed'],
    ['linked', 'mentioned-unlinked', 'changed'],
    ['could-not-check', 'linked', null],
    ['missing-looking-again', 'linked', null],
    ['linked', 'missing-looking-again', 'changed'],
    ['not-mentioned', 'mentioned-unlinked', 'changed'],
    ['not-mentioned', null, null],
  ] as const)('%s that was %s is %s', (outcome, before, kind) => {
    expect(one(outcome, before)).toBe(kind)
  })
})

it('A page that is gone and had nothing on it has lost nothing', () => {
  const gone = { url: '', title: '', outlet: '', outcome: 'page-gone', before: 'not-mentioned' } as const
  expect(changesAmong([{ ...gone, everLinked: false }])).toEqual([])
  expect(changesAmong([{ ...gone, before: 'could-not-check', everLinked: true }])).toHaveLength(1)
})

describe('the review of a report', () => {
  const hand = { memberId: 'a', name: 'Ana', isReadFirst: false }
  const report = { writerId: 'a', hands: [hand], isCampaignReadFirst: false }
  const who = (
    memberId: string,
    role: 'owner' | 'manager' | 'writer' | 'reviewer' | 'viewer',
    grants = {},
  ) => ({
    ...{ memberId, role, grants },
  })

  it('is for reviewers, managers and owners; for writers where the workspace lets them', () => {
    expect(whyNotApprove(report, who('b', 'reviewer'))).toBeNull()
    expect(whyNotApprove(report, who('b', 'writer'))).toContain('a reviewer approves it')
    expect(whyNotApprove(report, who('b', 'writer', { writersMayReview: true }))).toBeNull()
    expect(whyNotApprove(report, who('a', 'writer', { writersMayReview: true }))).toContain('You wrote in it')
    expect(whyNotApprove(report, who('b', 'viewer'))).not.toBeNull()
  })

  it('may be one’s own for a manager, but not where somebody else has to read it', () => {
    expect(whyNotApprove(report, who('a', 'manager'))).toBeNull()
    const readFirst = { ...report, hands: [{ ...hand, isReadFirst: true }] }
    expect(whyNotApprove(readFirst, who('a', 'owner'))).toContain('Somebody else')
    expect(whyNotApprove({ ...report, isCampaignReadFirst: true }, who('a', 'owner'))).toContain(
      'Somebody else',
    )
    expect(whyNotApprove(readFirst, who('b', 'reviewer'))).toBeNull()
  })

  it('takes looks of a week ago for fresh, and older ones not', () => {
    const now = new Date('2026-03-08T12:00:00Z')
    expect(lookIsStale(new Date('2026-03-01T12:00:00Z'), now)).toBe(false)
    expect(lookIsStale(new Date('2026-03-01T11:59:59Z'), now)).toBe(true)
    expect(lookIsStale(null, now)).toBe(true)
  })

  it('is of what the page says, not of the days of its looks', () => {
    const later = content([clip({ lastLookedOn: '2026-03-05' })], { asOf: '2026-04-01' })
    expect(whatItSays(later)).toBe(whatItSays(content([clip()])))
    expect(whatItSays(content([clip({ outcome: 'lost' })]))).not.toBe(whatItSays(content([clip()])))
  })
})

it('The month before is the whole of it, in leap years and over the turn of the year', () => {
  expect(lastMonth('2028-03-31')).toMatchObject({ from: '2028-02-01', to: '2028-02-29' })
  expect(lastMonth('2027-01-01')).toEqual({
    ...{ from: '2026-12-01', to: '2026-12-31', title: 'What came of December 2026' },
  })
})
