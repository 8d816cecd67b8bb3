import { describe, expect, it } from 'vitest'
import { changeFate } from './change-fate.ts'

describe('a change that ended badly', () => {
  it.each([
    ['was not done where it broke before it began', 'not-begun', false, 'not-done'],
    ['was not done where it was refused before it began', 'not-begun', true, 'not-done'],
    ['was not done where a rule of its command said no', 'begun', true, 'not-done'],
    ['is in doubt where its command broke', 'begun', false, 'in-doubt'],
    ['was done where only its answer broke', 'done', false, 'done'],
    ['was done where what it made is not to be seen', 'done', true, 'done'],
  ] as const)('%s', (_, reached, saidNo, fate) => {
    expect(changeFate({ reached }, { saidNo })).toBe(fate)
  })
})
