import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './env.ts'

describe('the looks an hour allows', () => {
  it('are a thousand unless said otherwise', () => {
    expect(readSettings({}).looksPerHour).toBe(1000)
    expect(readSettings({ LOOKS_PER_HOUR: '' }).looksPerHour).toBe(1000)
    expect(readSettings({ LOOKS_PER_HOUR: '250' }).looksPerHour).toBe(250)
  })

  it.each(['0', '-1', '1.5', 'many'])('are refused as %s, in one sentence', (LOOKS_PER_HOUR) => {
    expect(() => readSettings({ LOOKS_PER_HOUR })).toThrow(SettingsError)
    expect(() => readSettings({ LOOKS_PER_HOUR })).toThrow(/^LOOKS_PER_HOUR must be /)
  })
})
