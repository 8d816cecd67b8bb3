import { z } from 'zod'
import { reportJson } from '#lib/domain/customer-reports/report-files.ts'
import { TIMELINE_KINDS } from '#lib/domain/prospect-timeline-event.ts'
import { groupWorked } from '#lib/domain/what-worked.ts'
import { getApprovedReport } from '../../customer-reports/report-queries.ts'
import { MENTION_OUTCOMES, type MentionOutcome } from '../../mentions/outcome-groups.ts'
import { listTimeline, readTimelineList } from '../../pitches/prospect-timeline-queries.ts'
import { readWorkedList } from '../../reports/worked-list.ts'
import { countWhatWorked } from '../../reports/worked-queries.ts'
import { TODAY_KINDS } from '../../today/today-kinds.ts'
import { loadToday } from '../../today/today-page-queries.ts'
import { getOf, schemaOf } from '../api-noun.ts'
import { PROSPECT, SITE } from '../api-nouns.ts'
import { type ApiOperation, nothing } from '../api-operation.ts'
import { REPORT } from '../api-work-nouns.ts'
import { countOutcomes } from '../outcome-count-queries.ts'

const words = z.string()
const count = z.int()

const me: ApiOperation = {
  ...{ id: 'getMe', method: 'GET', path: '/me', tag: 'me', summary: 'Whose token this is, and what it may' },
  ...{ scopes: [], query: nothing, status: 200 },
  answer: {
    name: 'Me',
    schema: z.strictObject({
      token: z.strictObject({ name: words, scopes: z.array(words), expiresAt: z.iso.datetime() }),
      workspace: words,
      person: words,
      role: words,
      siteIds: z.array(z.uuid()).nullable(),
      timeZone: words,
    }),
  },
  run: async ({ scope, token: { name, scopes, expiresAt } }) => ({
    token: { name, scopes: [...scopes], expiresAt: expiresAt.toISOString() },
    ...{ workspace: scope.workspaceSlug, person: scope.actorName, role: scope.role },
    ...{ siteIds: scope.siteIds, timeZone: scope.timeZone },
  }),
}

const story: ApiOperation = {
  ...{ id: 'getStory', method: 'GET', path: '/prospects/{prospectId}/story', tag: 'prospects', status: 200 },
  summary: 'Everything that happened with a prospect, newest first',
  description: 'All of it at once, so it needs to be allowed to read each part, for all sites.',
  scopes: [
    ...(['prospects:read', 'contacts:read', 'touches:read', 'promises:read'] as const),
    ...(['reading-notes:read', 'pitches:read', 'mentions:read', 'samples:read'] as const),
  ],
  allSitesOnly: true,
  query: z.strictObject({
    cursor: z
      .string()
      .max(100)
      .refine((before) => readTimelineList({ before }).before !== null, 'That is no cursor of this story.')
      .optional(),
  }),
  answer: {
    name: 'Story',
    schema: z.strictObject({
      items: z.array(
        z.strictObject({
          ...{ at: z.iso.datetime(), kind: z.enum(TIMELINE_KINDS), title: words },
          ...{ by: words.nullable(), text: words, path: words.nullable() },
        }),
      ),
      next: words.nullable(),
    }),
  },
  run: async ({ scope, ids, query }) => {
    const { prospectId = '' } = ids
    await getOf(PROSPECT, scope, prospectId)
    const { events, earlier } = await listTimeline(
      scope,
      prospectId,
      readTimelineList({ before: query.cursor }),
    )
    const items = events.map(({ at, kind, title, by, text, path }) => ({
      ...{ at: at.toISOString(), kind, title, by, text, path },
    }))
    return { items, next: earlier }
  },
}

const today: ApiOperation = {
  ...{ id: 'getToday', method: 'GET', path: '/today', tag: 'today', status: 200, query: nothing },
  summary: 'What is due, as Today shows it',
  description: 'For the person whose token it is. It needs a token for all sites.',
  scopes: ['today:read'],
  allSitesOnly: true,
  answer: {
    name: 'Today',
    schema: z.strictObject({
      sections: z.array(
        z.strictObject({
          ...{
            kind: z.enum(TODAY_KINDS),
            title: words,
            isWork: z.boolean(),
            waiting: count,
            isMore: z.boolean(),
          },
          items: z.array(
            z.strictObject({
              ...{ id: words, who: words, of: words, line: words.nullable(), note: words.nullable() },
              ...{ whenWords: words.nullable(), when: z.iso.datetime().nullable(), path: words },
            }),
          ),
        }),
      ),
    }),
  },
  run: async ({ scope }) => {
    const { sections } = await loadToday(scope)
    return {
      sections: sections.map(({ kind, title, isWork, waiting, isMore, items }) => ({
        ...{ kind, title, isWork, waiting, isMore },
        items: items.map(({ id, who, of, line = null, note = null, when, path }) => ({
          ...{ id, who, of, line, note, path },
          ...{ whenWords: when?.words ?? null, when: when?.at.toISOString() ?? null },
        })),
      })),
    }
  },
}

const letterCounts = { sent: count, answered: count, linked: count, named: count, waiting: count }
const numbers: ApiOperation = {
  ...{ id: 'getNumbers', method: 'GET', path: '/numbers', tag: 'numbers', status: 200 },
  summary: 'Mentions by outcome, and what became of the letters that were sent',
  description:
    'Counts, never rates: a few letters say little. Links and mentions without one are counted apart and added nowhere.',
  scopes: ['numbers:read'],
  query: z.strictObject({ siteId: z.uuid().optional() }),
  answer: {
    name: 'Numbers',
    schema: z.strictObject({
      mentions: z.array(z.strictObject({ outcome: z.enum(MENTION_OUTCOMES), count })),
      letters: z.strictObject(letterCounts),
    }),
  },
  run: async ({ scope, query }) => {
    const siteId = query.siteId as string | undefined
    if (siteId) await getOf(SITE, scope, siteId)
    const [outcomes, cells] = await Promise.all([
      countOutcomes(scope, siteId),
      countWhatWorked(scope, readWorkedList(siteId ? { site: siteId } : {})),
    ])
    const [all] = groupWorked(cells, () => 'all')
    const { sent = 0, answered = 0, linked = 0, named = 0, waiting = 0 } = all ?? {}
    return {
      mentions: outcomes.map((row) => ({ outcome: row.outcome as MentionOutcome, count: row.count })),
      letters: { sent, answered, linked, named, waiting },
    }
  },
}

const report: ApiOperation = {
  ...{ id: 'getReport', method: 'GET', path: '/reports/{reportId}', tag: 'reports', status: 200 },
  summary: 'One approved report, with all that it says',
  description: '`content` is what the report keeps and its own JSON file says, as it was approved.',
  ...{ scopes: ['reports:read'], query: nothing },
  answer: {
    name: 'ReportInFull',
    schema: schemaOf(REPORT).extend({
      content: z.looseObject({
        ...{ format: words, agency: words, title: words, from: words, to: words, asOf: words, words },
        site: z.strictObject({ name: words, domain: words.nullable() }),
      }),
    }),
  },
  run: async ({ scope, ids }) => {
    const { reportId = '' } = ids
    const row = await getOf(REPORT, scope, reportId)
    const { content } = await getApprovedReport(scope, reportId)
    return { ...row, content: JSON.parse(reportJson(content)) as unknown }
  },
}

/** What is no table's: oneself, a prospect's story, what is due, and numbers. */
export const OWN_READ_OPERATIONS: readonly ApiOperation[] = [me, story, today, numbers, report]
