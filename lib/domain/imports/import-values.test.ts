import { describe, expect, it } from 'vitest'
import { readBoolean, readNumber, readProvenance, readRel, readTags, saysLost } from './import-values.ts'

describe('a number', () => {
  it.each<[written: string, number: number | null]>([
    ['1,240', 1_240],
    ['1.240', 1_240],
    ['1,240.50', 1_240.5],
    ['1.240,50 €', 1_240.5],
    ['$35', 35],
    ['USD 1 200', 1_200],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['1,234,567', 1_234_567],
    ['-3', -3],
    ['12,34,5', null],
    ['free', null],
    ['', null],
  ])('%s is %s', (written, number) => {
    expect(readNumber(written)).toBe(number)
  })
})

describe('yes and no', () => {
  it.each<[written: string, answer: boolean | null]>([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['x', true],
    ['Yes', true],
    ['false', false],
    ['-', false],
    ['0', false],
    ['', null],
    ['maybe', null],
  ])('"%s" is %s', (written, answer) => {
    expect(readBoolean(written)).toBe(answer)
  })

  it.each<[written: string, lost: boolean]>([
    ['', false],
    ['false', false],
    ['Active', false],
    ['-', false],
    ['true', true],
    ['2026-09-30', true],
    ['Link removed', true],
  ])('"%s" in a lost column says lost: %s', (written, lost) => {
    expect(saysLost(written)).toBe(lost)
  })
})

describe('rel in words', () => {
  it.each<[written: string, rel: string[] | null]>([
    ['nofollow', ['nofollow']],
    ['No-follow', ['nofollow']],
    ['sponsored ugc', ['ugc', 'sponsored']],
    ['Dofollow', []],
    ['do follow', []],
    ['Follow', []],
    ['Guest post', null],
    ['', null],
  ])('"%s" is %s', (written, rel) => {
    expect(readRel(written)).toEqual(rel)
  })
})

describe('how a link came about', () => {
  it.each<[written: string, provenance: string | null]>([
    ['Purchase', 'paid elsewhere'],
    ['Paid placement', 'paid elsewhere'],
    ['Exchange', 'exchange'],
    ['link swap', 'exchange'],
    ['not paid', null],
    ['Unpaid', null],
    ['Organic', null],
    ['', null],
  ])('"%s" is %s', (written, provenance) => {
    expect(readProvenance(written)).toBe(provenance)
  })
})

describe('tags', () => {
  it.each<[written: string, tags: string[]]>([
    ['tea, kettles', ['tea', 'kettles']],
    ['tea; kettles;tea', ['tea', 'kettles']],
    ['* myContacts ::: Press  people ::: * starred', ['Press people']],
    [' , ;', []],
  ])('"%s" is %s', (written, tags) => {
    expect(readTags(written)).toEqual(tags)
  })
})
