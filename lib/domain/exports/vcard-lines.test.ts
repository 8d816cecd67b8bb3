import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VcardCollector } from '../imports/vcard-cards.ts'
import { mapVcard } from '../imports/vcard-record.ts'
import { foldLine, type VcardPerson, vcardOf } from './vcard-lines.ts'

const ANNA: VcardPerson = {
  uid: 'urn:uuid:01890000-0000-7000-8000-000000000001',
  name: 'Anna Sjöberg',
  organisation: 'Moss & Miles; Journal',
  title: 'Editor, features',
  emails: ['anna@moss.example', 'press@moss.example'],
  links: [
    { url: 'https://moss.example/about', label: 'HomePage' },
    { url: 'https://moss.example/feed' },
    { url: 'https://moss.example/team/anna', label: 'Team, page' },
  ],
  handles: ['@anna.writes'],
  tags: ['Zero waste', 'Likes; numbers'],
  note: 'Answers in the evening.\nNever on Fridays, though; \\o/',
  timeZone: 'Europe/Stockholm',
  changedAt: '2026-03-04T12:00:00.000Z',
}

function readBack(text: string) {
  const collector = new VcardCollector()
  const cards = text.split('\r\n').flatMap((line, at) => collector.push(line, at + 1) ?? [])
  return cards.map(mapVcard)
}

describe('a contact card', () => {
  it('is a vCard 4.0 with its links in groups', () => {
    expect(vcardOf(ANNA).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'UID:urn:uuid:01890000-0000-7000-8000-000000000001',
      'FN:Anna Sjöberg',
      'ORG:Moss & Miles\\; Journal',
      'TITLE:Editor\\, features',
      'EMAIL;PREF=1:anna@moss.example',
      'EMAIL;PREF=2:press@moss.example',
      'item1.URL:https://moss.example/about',
      'item1.X-ABLabel:HomePage',
      'item2.URL:https://moss.example/team/anna',
      'item2.X-ABLabel:Team\\, page',
      'URL:https://moss.example/feed',
      'X-RAPPORT-HANDLE:@anna.writes',
      'CATEGORIES:Zero waste,Likes\\; numbers',
      'NOTE:Answers in the evening.\\nNever on Fridays\\, though\\; \\\\o/',
      'TZ:Europe/Stockholm',
      'REV:20260304T120000Z',
      'END:VCARD',
      '',
    ])
  })

  it('is read back by the importer, labels and tags too', () => {
    const [row] = readBack(vcardOf(ANNA))
    expect(row).toMatchObject({
      ok: true,
      record: {
        contact: {
          name: ANNA.name,
          role: ANNA.title,
          emails: ANNA.emails,
          uid: ANNA.uid,
          urls: [
            { url: 'https://moss.example/about', label: 'HomePage' },
            { url: 'https://moss.example/team/anna', label: 'Team, page' },
            { url: 'https://moss.example/feed' },
          ],
        },
        tags: ANNA.tags,
        notes: ANNA.note,
      },
    })
  })

  it('cannot be broken out of: a line end in a name or an address begins no property', () => {
    const card = vcardOf({
      ...ANNA,
      name: 'Eve\r\nEND:VCARD\r\nBEGIN:VCARD',
      links: [{ url: 'https://eve.example/\r\nNOTE:x', label: 'a\nEMAIL:eve@evil.example' }],
    })
    expect(card.match(/^(?:BEGIN|END):VCARD/gm)).toHaveLength(2)
    expect(card).not.toMatch(/^(?:NOTE:x|EMAIL:eve)/m)
  })

  it('has no line longer than 75 octets and cuts no letter in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (note) => {
        const clean = note.replace(/[\r\n]/g, '')
        const folded = foldLine(`NOTE:${clean}`)
        for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(`NOTE:${clean}`)
        expect(folded.isWellFormed()).toBe(clean.isWellFormed())
      }),
    )
  })
})
