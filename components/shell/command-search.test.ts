import { describe, expect, it } from 'vitest'
import { type CommandItem, groupCommands, searchCommands } from './command-search.ts'

const items: CommandItem[] = [
  { label: 'Settings', href: '/settings', group: 'Go to', keywords: ['mailbox', 'zone'] },
  { label: 'Wild Pitches Weekly', href: '/p/1', group: 'Prospects', hint: 'wildpitches.example' },
  { label: 'Pitches', href: '/pitches', group: 'Go to' },
  { label: 'Café Crème', href: '/p/2', group: 'Prospects' },
]

const labels = (query: string) => searchCommands(items, query).map((item) => item.label)

describe('searchCommands', () => {
  it('keeps everything, in order, while nothing is typed', () => {
    expect(searchCommands(items, '  ')).toEqual(items)
  })

  it('puts a label that begins with the query before one that only holds it', () => {
    expect(labels('pitch')).toEqual(['Pitches', 'Wild Pitches Weekly'])
  })

  it('finds by hint and keyword, after labels', () => {
    expect(labels('mailbox')).toEqual(['Settings'])
    expect(labels('wildpitches.example')).toEqual(['Wild Pitches Weekly'])
  })

  it('wants every word, in any order', () => {
    expect(labels('weekly wild')).toEqual(['Wild Pitches Weekly'])
    expect(labels('weekly settings')).toEqual([])
  })

  it('does not mind accents or case', () => {
    expect(labels('cafe CREME')).toEqual(['Café Crème'])
  })
})

describe('groupCommands', () => {
  it('keeps groups in the order in which they first appear', () => {
    expect(groupCommands(items).map(([group, members]) => [group, members.length])).toEqual([
      ['Go to', 2],
      ['Prospects', 2],
    ])
  })
})
