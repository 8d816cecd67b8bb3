import { describe, expect, it } from 'vitest'
import type { Role } from '../roles.ts'
import { type Happening, type HappeningWhat, isToldTo, KIND_OF, type Listener } from './happenings.ts'

const SITE = 'our-site'
const ALL: readonly Role[] = ['owner', 'manager', 'writer', 'reviewer', 'viewer']

function happened(what: HappeningWhat, more: Partial<Happening> = {}): Happening {
  return { what, thingId: 'thing', key: what, toMembers: null, byMembers: [], siteId: SITE, ...more }
}

function listener(role: Role, more: Partial<Listener> = {}): Listener {
  return { memberId: 'me', role, grants: {}, siteIds: role === 'viewer' ? [SITE] : null, ...more }
}

const toldTo = (happening: Happening) => ALL.filter((role) => isToldTo(happening, listener(role)))

describe('who is told what', () => {
  it.each<[string, Happening, readonly Role[]]>([
    ['a found link, to everybody who may see it', happened('link-found'), ALL],
    ['a lost link, to everybody who may see it', happened('link-lost'), ALL],
    ['a letter to review, to those who review', happened('pitch-review'), ['owner', 'manager', 'reviewer']],
    ['a report to review, to those who approve', happened('report-review'), ['owner', 'manager', 'reviewer']],
    ['a letter of one’s own to review, to nobody', happened('pitch-review', { byMembers: ['me'] }), []],
    [
      'a deadline nobody has taken, to those who answer',
      happened('request-due'),
      ['owner', 'manager', 'writer'],
    ],
    ['an approved report, to its viewers', happened('report-approved', { toMembers: [] }), ['viewer']],
    [
      'an approved report, to its viewers and its writer',
      happened('report-approved', { toMembers: ['me'] }),
      ALL,
    ],
    ['a reply, to whoever wrote', happened('reply', { toMembers: ['me'] }), ['owner', 'manager', 'writer']],
    ['a reply to somebody else, to nobody', happened('reply', { toMembers: ['them'] }), []],
    ['a file, to whoever asked for it', happened('import', { toMembers: ['me'] }), ['owner', 'manager']],
  ])('%s', (_claim, happening, roles) => {
    expect(toldTo(happening)).toEqual(roles)
  })

  it('tells a viewer nothing of another site, and nothing but outcomes and approved reports', () => {
    const elsewhere = listener('viewer', { siteIds: ['another-site'] })
    for (const what of Object.keys(KIND_OF) as HappeningWhat[]) {
      expect(isToldTo(happened(what, { toMembers: ['me'] }), elsewhere)).toBe(false)
      const hears = ['link-found', 'link-lost', 'report-approved'].includes(what)
      expect(isToldTo(happened(what, { toMembers: ['me'] }), listener('viewer'))).toBe(hears)
    }
    expect(isToldTo(happened('link-found', { siteId: null }), listener('viewer'))).toBe(false)
  })

  it('lets writers review where the workspace lets them', () => {
    const writer = listener('writer', { grants: { writersMayReview: true } })
    expect(isToldTo(happened('pitch-review'), writer)).toBe(true)
    expect(isToldTo(happened('pitch-review', { byMembers: ['me'] }), writer)).toBe(false)
  })
})
