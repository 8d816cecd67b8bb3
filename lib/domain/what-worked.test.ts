import { describe, expect, it } from 'vitest'
import { groupWorked, totalWorked, workedShare } from './what-worked.ts'

const cell = (campaign: string, kind: string, sent: number, answered = 0, linked = 0) => ({
  ...{ campaign, kind, sent, answered, linked },
  ...{ named: 1, waiting: 2 },
})

const CELLS = [
  cell('Tents', 'blogger', 30, 3, 1),
  cell('Bags', 'blogger', 10, 10, 10),
  cell('Tents', 'podcast', 12, 1),
  cell('Zips', 'podcast', 10),
]

describe('letters are grouped', () => {
  it('by what they have in common, and nothing is lost or told twice', () => {
    const groups = groupWorked(CELLS, ({ kind }) => kind)
    expect(groups).toEqual([
      { key: 'blogger', sent: 40, answered: 13, linked: 11, named: 2, waiting: 4 },
      { key: 'podcast', sent: 22, answered: 1, linked: 0, named: 2, waiting: 4 },
    ])
    expect(totalWorked(groups)).toEqual(totalWorked(CELLS))
  })

  it('with the largest first, then by name: ten of ten is no reason to stand on top', () => {
    const groups = groupWorked(CELLS, ({ campaign }) => campaign)
    expect(groups.map(({ key }) => key)).toEqual(['Tents', 'Bags', 'Zips'])
    const named = groupWorked(
      CELLS,
      ({ campaign }) => campaign,
      (key) => (key === 'Bags' ? 'zz' : key),
    )
    expect(named.map(({ key }) => key)).toEqual(['Tents', 'Zips', 'Bags'])
  })

  it('into nothing where there is nothing', () => {
    expect(groupWorked([], () => 'x')).toEqual([])
    expect(totalWorked([])).toEqual({ sent: 0, answered: 0, linked: 0, named: 0, waiting: 0 })
  })
})

describe('a share', () => {
  it.each([
    [1, 12, '1 of 12', null],
    [19, 19, '19 of 19', null],
    [0, 0, '0 of 0', null],
    [2, 20, '2 of 20', '10 % (2.8 to 30.1)'],
    [17, 200, '17 of 200', '8.5 % (5.4 to 13.2)'],
    [4_000, 60_000, '4,000 of 60,000', '6.7 % (6.5 to 6.9)'],
  ])('of %i of %i is %j, and as a rate %j', (successes, total, counts, words) => {
    const share = workedShare(successes, total)
    expect([share.counts, share.rate?.words ?? null]).toEqual([counts, words])
  })
})
