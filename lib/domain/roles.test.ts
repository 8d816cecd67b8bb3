import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action, can, grantsOf, mayReviewPitch, ROLES, type Role, rolesUpTo } from './roles.ts'

const actions = Object.keys(ACTIONS).filter((action): action is Action => action in ACTIONS)
const actionsOf = (role: Role) => actions.filter((action) => can(role, action))

describe('can', () => {
  it('lets an owner do everything', () => {
    expect(actionsOf('owner')).toEqual(actions)
  })

  it('keeps members, deletion, overrules and other people’s mailboxes from a manager', () => {
    expect(actions.filter((action) => !can('manager', action))).toEqual([
      'members.manage',
      'workspace.delete',
      'workspace.export',
      'workspace.import',
      'pitches.overrule',
      'mailboxes.disconnect-other',
      'evidence.manage',
      'people.erase',
      'limits.change',
    ])
  })

  it('lets a writer do the daily work and no more', () => {
    expect(actionsOf('writer').toSorted()).toEqual(
      [
        'campaigns.read',
        'checks.read',
        'contacts.write',
        'contributions.read',
        'contributions.write',
        'customer-reports.read',
        'customer-reports.share',
        'customer-reports.write',
        'evidence.read',
        'facts.read',
        'facts.write',
        'insights.read',
        'insights.write',
        'mentions.read',
        'mentions.write',
        'pitches.read',
        'pitches.send',
        'pitches.write',
        'promises.write',
        'prospects.read',
        'prospects.write',
        'reading.write',
        'remarks.write',
        'reports.letters',
        'reports.read',
        'samples.read',
        'samples.write',
        'requests.read',
        'requests.write',
        'sites.read',
        'notifications.choose',
        'today.read',
        'tokens.make',
        'touches.write',
        'trash.read',
        'trash.restore',
      ].toSorted(),
    )
  })

  it('lets a writer review only where the workspace allows it', () => {
    expect(can('writer', 'pitches.review')).toBe(false)
    expect(can('writer', 'pitches.review', { writersMayReview: true })).toBe(true)
    expect(can('writer', 'reports.approve', { writersMayReview: true })).toBe(true)
    expect(can('writer', 'outcomes.review')).toBe(false)
    expect(can('writer', 'outcomes.review', { writersMayReview: true })).toBe(true)
    expect(can('viewer', 'outcomes.review', { writersMayReview: true })).toBe(false)
    expect(can('writer', 'pitches.overrule', { writersMayReview: true })).toBe(false)
    expect(can('viewer', 'pitches.review', { writersMayReview: true })).toBe(false)
  })

  it.each([
    [{ writersMayReview: true }, true],
    [{ writersMayReview: 'true' }, false],
    [{}, false],
    [null, false],
  ])('takes what settings like %j grant to writers', (settings, expected) => {
    expect(can('writer', 'outcomes.review', grantsOf(settings))).toBe(expected)
  })

  it('lets a reviewer read, remark, review and approve, have a token for it, and write nothing else', () => {
    expect(
      actionsOf('reviewer')
        .filter((action) => !action.endsWith('.read') && action !== 'reports.letters')
        .toSorted(),
    ).toEqual([
      'notifications.choose',
      'outcomes.review',
      'pitches.review',
      'remarks.write',
      'reports.approve',
      'tokens.make',
    ])
  })

  it('shows a viewer mentions, sites, what reports say of mentions and approved reports, also by a token or by mail, nothing else', () => {
    expect(actionsOf('viewer').toSorted()).toEqual([
      'customer-reports.read',
      'mentions.read',
      'notifications.choose',
      'reports.read',
      'sites.read',
      'tokens.make',
    ])
  })

  it.each<[Role, Action[]]>([
    ['owner', ['reports.read', 'reports.letters', 'exports.run']],
    ['manager', ['reports.read', 'reports.letters', 'exports.run']],
    ['writer', ['reports.read', 'reports.letters']],
    ['reviewer', ['reports.read', 'reports.letters']],
    ['viewer', ['reports.read']],
  ])('a %s sees of reports %j', (role, expected) => {
    const ofReports: Action[] = ['reports.read', 'reports.letters', 'exports.run']
    expect(ofReports.filter((action) => can(role, action))).toEqual(expected)
  })

  it('never gives a lower role what a higher one lacks, but for reviewing', () => {
    const reviewing: Action[] = ['pitches.review', 'outcomes.review', 'reports.approve']
    for (const action of actions.filter((name) => !reviewing.includes(name))) {
      const allowed = ROLES.map((role) => can(role, action))
      expect(allowed.lastIndexOf(true) + 1).toBe(allowed.filter(Boolean).length)
    }
  })
})

describe('mayReviewPitch', () => {
  it.each<[Role, boolean, boolean]>([
    ['owner', true, true],
    ['manager', true, true],
    ['writer', false, false],
    ['reviewer', true, false],
    ['viewer', false, false],
  ])('%s: of others %s, of their own %s', (role, ofOthers, ofTheirOwn) => {
    expect(mayReviewPitch(role, { isOwn: false })).toBe(ofOthers)
    expect(mayReviewPitch(role, { isOwn: true })).toBe(ofTheirOwn)
  })

  it('never lets a writer pass their own, even where writers review', () => {
    expect(mayReviewPitch('writer', { isOwn: false }, { writersMayReview: true })).toBe(true)
    expect(mayReviewPitch('writer', { isOwn: true }, { writersMayReview: true })).toBe(false)
  })
})

describe('rolesUpTo', () => {
  it.each<[Role, Role[]]>([
    ['owner', ['owner', 'manager', 'writer', 'reviewer', 'viewer']],
    ['manager', ['manager', 'writer', 'reviewer', 'viewer']],
    ['viewer', ['viewer']],
  ])('a %s may give %o', (role, roles) => {
    expect(rolesUpTo(role)).toEqual(roles)
  })
})
