import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROLES } from './roles.ts'
import { SETTINGS_GROUPS, SETTINGS_PLACES, searchPlaces, settingsPlaces } from './settings-places.ts'

const pages = path.resolve(import.meta.dirname, '..', '..', 'app', 'w', '[workspace]', 'settings')

/** Pages that one comes to from a place, and does not look for. */
const NOT_FOR_THE_INDEX = [
  '/settings',
  '/settings/members/[memberId]',
  '/settings/mailboxes/[mailboxId]',
  '/settings/mailboxes/new',
  '/settings/webhooks/[webhookId]',
  '/settings/webhooks/events',
]

describe('the places of the settings', () => {
  it('are all the pages there are, but those one comes to from a place', () => {
    const there = readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('page.tsx'))
      .map((file) => `/settings/${file}`.replace(/\/page\.tsx$/, ''))
    const listed = new Set([...SETTINGS_PLACES.map((place) => place.path), ...NOT_FOR_THE_INDEX])
    expect(there.filter((page) => !listed.has(page))).toEqual([])
  })

  it('stand once, and together by group', () => {
    const paths = SETTINGS_PLACES.map((place) => place.path)
    expect(new Set(paths).size).toBe(paths.length)
    const groups = SETTINGS_PLACES.map(({ group }) => group)
    expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...SETTINGS_GROUPS])
  })

  it.each(ROLES)('hold something for a %s', (role) => {
    expect(settingsPlaces(role).map(({ label }) => label)).toContain('Your account')
  })

  it('show a viewer nothing of mail, people or deletion', () => {
    expect(settingsPlaces('viewer').map(({ label }) => label)).toEqual([
      'Your account',
      'Notifications',
      'Leave this workspace',
      'Sites',
      'Tokens',
      'What programs may ask',
    ])
  })
})

describe('looking for a place', () => {
  it.each([
    ['delete', 'Danger zone'],
    ['deleting my workspace', 'Danger zone'],
    ['delete account', 'Your account'],
    ['API key', 'Tokens'],
    ['api keys', 'Tokens'],
    ['time zone', 'Your account'],
    ['timezone', 'Your account'],
    ['logo', 'Logo on reports'],
    ['GDPR', 'Privacy'],
    ['signature', 'Building blocks'],
    ['password', 'Your account'],
    ['invite', 'Members'],
    ['smtp', 'Mailboxes'],
    ['transfer ownership', 'Danger zone'],
    ['how do I change my password', 'Your account'],
    ['templates', 'Building blocks'],
    ['backup', 'Take it all with you'],
    ['custom field', 'Your own fields'],
    ['daily cap', 'Limits'],
    ['retention', 'How long things are kept'],
    ['who did what', 'Audit log'],
    ['restore', 'Trash'],
    ['notification', 'Notifications'],
  ])('%j leads to %s', (query, label) => {
    expect(searchPlaces(SETTINGS_PLACES, query).map((place) => place.label)).toContain(label)
  })

  it('puts the place whose name says it first', () => {
    expect(searchPlaces(SETTINGS_PLACES, 'privacy')[0]?.label).toBe('Privacy')
  })

  it.each([[''], ['   ']])('for nothing (%j) shows all of them', (query) => {
    expect(searchPlaces(SETTINGS_PLACES, query)).toHaveLength(SETTINGS_PLACES.length)
  })

  it('for something that is not there finds nothing', () => {
    expect(searchPlaces(SETTINGS_PLACES, 'blockchain')).toEqual([])
  })
})
