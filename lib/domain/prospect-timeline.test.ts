import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProspectHistory, prospectTimeline } from './prospect-timeline.ts'

const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const tove = { name: 'Tove' }
const ines = { name: 'Ines' }

const nothing: ProspectHistory = {
  prospect: { id: 'p', createdAt: day(1), notForUsAt: null, notForUsReason: '' },
  contacts: [],
  readings: [],
  touches: [],
  pitches: [],
  messages: [],
  mentions: [],
}

const pitch = {
  ...{ id: 'a', subject: 'Wax', createdAt: day(3), sentAt: day(4), closedAt: null, closedReason: null },
  ...{ contact: tove, writer: ines },
}
const message = {
  ...{
    id: 'm',
    pitchId: 'a',
    at: day(4),
    direction: 'out',
    purpose: 'first',
    subject: 'Wax',
    body: 'Dear Tove',
  },
  ...{ author: ines, contact: tove },
}

describe('the timeline of a prospect', () => {
  it('begins with its being added', () => {
    expect(titles(nothing)).toEqual(['Added as a prospect'])
  })

  it('tells the whole story as one, newest first', () => {
    const story = {
      ...nothing,
      contacts: [{ id: 'c', name: 'Tove', createdAt: day(2) }],
      readings: [
        {
          id: 'r',
          createdAt: day(2),
          url: 'https://moss.example/mending',
          struck: 'Needle',
          author: ines,
          pageCopy: { title: 'Mending' },
        },
      ],
      touches: [{ id: 't', at: day(3), kind: 'shared' as const, note: '', author: ines, contact: null }],
      pitches: [{ ...pitch, closedAt: day(9), closedReason: 'declined' }],
      messages: [
        message,
        { ...message, id: 'f', at: day(6), purpose: 'follow-up' },
        { ...message, id: 'i', at: day(8), direction: 'in', purpose: 'reply', body: 'No, thank you' },
      ],
      mentions: [{ id: 'x', createdAt: day(10), url: 'https://moss.example/wax', site: { name: 'Fernway' } }],
    }
    expect(titles(story)).toEqual([
      'A page about Fernway recorded: moss.example/wax',
      'Pitch to Tove closed: they said no',
      'Tove answered',
      'Followed up with Tove',
      'Pitch sent to Tove: Wax',
      'Shared',
      'Read “Mending”',
      'Tove added as a contact',
      'Added as a prospect',
    ])
    const answer = prospectTimeline(story).find((event) => event.kind === 'in')
    expect(answer).toMatchObject({ by: null, text: 'No, thank you', path: '/pitches/a' })
  })

  it('tells a pitch that never went out by its beginning', () => {
    expect(titles({ ...nothing, pitches: [{ ...pitch, sentAt: null }] })[0]).toBe('Pitch to Tove begun')
    expect(titles({ ...nothing, pitches: [pitch] })).toEqual(['Added as a prospect'])
  })

  it('keeps a name that runs from right to left apart from the sentence', () => {
    const contacts = [{ id: 'c', name: '\u202eevil', createdAt: day(2) }]
    expect(prospectTimeline({ ...nothing, contacts })[0]?.title).toBe(
      '\u2068\u202eevil\u2069 added as a contact',
    )
  })

  it('says why it was set aside', () => {
    const [aside] = prospectTimeline({
      ...nothing,
      prospect: { ...nothing.prospect, notForUsAt: day(5), notForUsReason: 'Sells links' },
    })
    expect(aside).toMatchObject({ kind: 'aside', text: 'Sells links' })
  })

  it('names a page without title by its address, whatever that is', () => {
    const note = {
      id: 'r',
      createdAt: day(2),
      url: 'javascript:alert(1)',
      struck: '',
      author: ines,
      pageCopy: { title: '' },
    }
    expect(titles({ ...nothing, readings: [note] })[0]).toBe('Read javascript:alert(1)')
  })

  it('is the same in whatever order its parts come, and loses none', () => {
    const messages = [1, 2, 3, 3, 3].map((n, index) => ({ ...message, id: `m${index}`, at: day(n) }))
    const told = prospectTimeline({ ...nothing, pitches: [pitch], messages })
    expect(told).toHaveLength(6)
    fc.assert(
      fc.property(fc.shuffledSubarray(messages, { minLength: 5 }), (shuffled) => {
        expect(prospectTimeline({ ...nothing, pitches: [pitch], messages: shuffled })).toEqual(told)
      }),
    )
  })
})

function titles(history: ProspectHistory): string[] {
  return prospectTimeline(history).map((event) => event.title.replace(/[\u2068\u2069]/g, ''))
}
