import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const changedAt = new Date('2026-03-04T12:00:00Z')
const home = 'https://rapport.example/w/fernway'

function fileOf(title: string, name = 'Rapport: Fernway') {
  const event = { uid: 'follow-up-1', date: '2026-03-11', title, path: '/pitches/1' }
  return calendarFile({ name, home, events: [event], changedAt })
}

/** As RFC 5545 says to read it: lines unfolded, then names, parameters and values. */
function read(file: string) {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  return lines.filter(Boolean).map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/u.exec(line) ?? []
    return { name, value }
  })
}

function valuesOf(file: string, name: string) {
  return read(file)
    .filter((line) => line.name === name)
    .map(({ value }) => value)
}

function unescaped(value: string) {
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
}

const HOSTILE = [
  'Follow up: Anna Berg',
  'Follow up: Berg, Anna; "the editor" \\ of \\n all',
  `Follow up: ${'Zoë Ünïcødé '.repeat(14)}`,
  `Follow up: ${'日本語'.repeat(40)}`,
  `Follow up: ${'👩‍💻😀'.repeat(30)}`,
  `Follow up: ${'x'.repeat(180)}`,
]

describe('an hour of a calendar file', () => {
  it('is told in UTC with its end, and keeps one busy; a day does not', () => {
    const at = { start: new Date('2026-03-11T18:30:00Z'), minutes: 60 }
    const event = { uid: 'recording-1', date: '2026-03-11', title: 'Recording', path: '/contributions/1', at }
    const file = calendarFile({ name: 'Rapport', home, events: [event], changedAt })
    expect(valuesOf(file, 'DTSTART')).toEqual(['20260311T183000Z'])
    expect(valuesOf(file, 'DTEND')).toEqual(['20260311T193000Z'])
    expect(valuesOf(file, 'TRANSP')).toEqual(['OPAQUE'])
    expect(valuesOf(fileOf('A day'), 'TRANSP')).toEqual(['TRANSPARENT'])
  })
})

describe('a calendar file', () => {
  it.each(HOSTILE)(
    'keeps to lines of 75 octets that end as they should, and comes back as it was: %s',
    (title) => {
      const file = fileOf(title)
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        // No character is cut in two by the folding.
        expect(line.isWellFormed()).toBe(true)
      }
      expect(read(file).every(({ name }) => name !== '')).toBe(true)
      expect(unescaped(valuesOf(file, 'SUMMARY')[0] ?? '')).toBe([...title.trim()].slice(0, 200).join(''))
    },
  )

  it('tells whole days that keep nobody busy, under ids that stay', () => {
    const file = fileOf('Follow up: Anna Berg')
    expect(valuesOf(file, 'DTSTART;VALUE=DATE')).toEqual(['20260311'])
    expect(valuesOf(file, 'UID')).toEqual(['follow-up-1@rapport.example'])
    expect(valuesOf(file, 'DTSTAMP')).toEqual(['20260304T120000Z'])
    expect(valuesOf(file, 'TRANSP')).toEqual(['TRANSPARENT'])
    expect(valuesOf(file, 'CLASS')).toEqual(['PRIVATE'])
    expect(valuesOf(file, 'URL;VALUE=URI')).toEqual([`${home}/pitches/1`])
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i)
  })

  it('is the same byte by byte as long as nothing changed', () => {
    expect(fileOf('Follow up: Anna Berg')).toBe(fileOf('Follow up: Anna Berg'))
  })

  it('lets no name write lines of its own', () => {
    const file = fileOf('A\r\nEND:VEVENT\nBEGIN:VEVENT\u2028X\0Y\u0085Z', 'Fern,way; \\\r\nMETHOD:REQUEST')
    expect(valuesOf(file, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT'])
    expect(valuesOf(file, 'METHOD')).toEqual(['PUBLISH'])
    expect(valuesOf(file, 'SUMMARY')).toEqual(['A END:VEVENT BEGIN:VEVENT X Y Z'])
    expect(unescaped(valuesOf(file, 'X-WR-CALNAME')[0] ?? '')).toBe('Fern,way; \\ METHOD:REQUEST')
  })

  it('is a calendar when nothing stands in it', () => {
    const file = calendarFile({ name: 'Rapport: New', home, events: [], changedAt })
    expect(valuesOf(file, 'BEGIN')).toEqual(['VCALENDAR'])
    expect(valuesOf(file, 'VERSION')).toEqual(['2.0'])
    expect(valuesOf(file, 'PRODID')).toHaveLength(1)
  })
})
