import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action } from './roles.ts'
import { deletionDueAt, isNameOf, mayWhileLeaving, workspaceLife } from './workspace-deletion.ts'

const ASKED = new Date('2026-11-20T09:30:00Z')
const DUE = new Date('2026-11-27T09:30:00Z')

describe('a workspace whose deletion was asked for', () => {
  it('goes seven times 24 hours later', () => {
    expect(deletionDueAt(ASKED)).toEqual(DUE)
  })

  it.each([
    ['that nobody asked to delete stands', null, ASKED, 'standing'],
    ['is leaving from the moment somebody asked', DUE, ASKED, 'leaving'],
    ['is leaving until the last millisecond', DUE, new Date(DUE.getTime() - 1), 'leaving'],
    ['is gone from the moment it is due', DUE, DUE, 'gone'],
    ['is gone long after, too', DUE, new Date('2027-01-01T00:00:00Z'), 'gone'],
  ] as const)('%s', (_, dueAt, now, life) => {
    expect(workspaceLife(dueAt, now)).toBe(life)
  })

  it.each([
    ['can be taken back', 'workspace.delete', true],
    ['can be written to a file', 'workspace.export', true],
    ['gives out its lists', 'exports.run', true],
    ['forgets a person who asks for it', 'people.erase', true],
    ['can be looked at', 'pitches.read', true],
    ['shows its log', 'audit.read', true],
    ['sends nothing', 'pitches.send', false],
    ['takes in nothing', 'imports.run', false],
    ['takes in no whole workspace', 'workspace.import', false],
    ['invites nobody', 'members.manage', false],
    ['makes no token', 'tokens.make', false],
    ['shares no report', 'customer-reports.share', false],
  ] as const)('%s', (_, action, may) => {
    expect(mayWhileLeaving(action)).toBe(may)
  })

  it('writes nothing, whatever it is called', () => {
    const writing = (Object.keys(ACTIONS) as Action[]).filter((action) => action.endsWith('.write'))
    expect(writing.filter(mayWhileLeaving)).toEqual([])
  })
})

describe('the name of a workspace', () => {
  it.each([
    ['as it stands', 'Fernway & Co', 'Fernway & Co', true],
    ['in small letters', 'fernway & co', 'Fernway & Co', true],
    ['with spaces around it', '  Fernway  & Co ', 'Fernway & Co', true],
    ['typed in another form of Unicode', 'Cafe\u0301', 'Caf\u00e9', true],
    ['cut short', 'Fernway', 'Fernway & Co', false],
    ['not at all', '', 'Fernway & Co', false],
  ])('counts when typed %s: %j', (_, typed, name, isIt) => {
    expect(isNameOf(typed, name)).toBe(isIt)
  })
})
