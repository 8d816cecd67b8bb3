import { describe, expect, it } from 'vitest'
import { workspacePlaces } from './workspace-places.ts'

describe('the places of a workspace', () => {
  const places = workspacePlaces('home', { role: 'owner', grants: {} })

  it('are each reached by a letter of their own, or by none', () => {
    const keys = places.flatMap(({ key }) => key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('stand together by section, and four of them on a phone', () => {
    const sections = places.map(({ section }) => section)
    expect(sections.filter((section, at) => section !== sections[at - 1])).toEqual([...new Set(sections)])
    expect(places.filter(({ onPhone }) => onPhone)).toHaveLength(4)
  })
})
