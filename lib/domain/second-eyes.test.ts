import { describe, expect, it } from 'vitest'
import type { Role } from './roles.ts'
import { type Hand, isSecondPair, mayPass, whyReadFirst } from './second-eyes.ts'

const JUNIOR: Hand = { memberId: 'junior', name: 'Tom', isReadFirst: true }
const WRITER: Hand = { memberId: 'writer', name: 'Ines', isReadFirst: false }
const MANAGER: Hand = { memberId: 'manager', name: 'Ada', isReadFirst: false }

const letter = (hands: Hand[], isCampaignReadFirst = false) => ({
  hands,
  isCampaignReadFirst,
  writerId: hands[0]?.memberId ?? '',
})

describe('a letter needs a second pair of eyes', () => {
  it.each([
    ['never otherwise', letter([WRITER]), null],
    [
      'in a campaign that is read first',
      letter([WRITER], true),
      'Somebody else reads every letter of this campaign before it goes.',
    ],
    ['when its writer is read first', letter([JUNIOR]), 'Somebody else reads what Tom wrote before it goes.'],
    [
      'when somebody who is read first wrote in another’s letter',
      letter([MANAGER, JUNIOR]),
      'Somebody else reads what Tom wrote before it goes.',
    ],
    [
      'and says who they are when there are more',
      letter([JUNIOR, { ...WRITER, isReadFirst: true }, MANAGER]),
      'Somebody else reads what Tom and Ines wrote before it goes.',
    ],
  ])('%s', (_, of, why) => {
    expect(whyReadFirst(of)).toBe(why)
  })
})

describe('a second pair of eyes', () => {
  it.each([
    ['is not the writer’s', letter([JUNIOR]), 'junior', false],
    ['is somebody else’s', letter([JUNIOR]), 'manager', true],
    ['is a manager’s who mended a comma in a junior’s letter', letter([JUNIOR, MANAGER]), 'manager', true],
    ['is not that of a junior who wrote in a manager’s letter', letter([MANAGER, JUNIOR]), 'junior', false],
    ['in a campaign is nobody’s who wrote of the letter', letter([JUNIOR, MANAGER], true), 'manager', false],
    ['in a campaign is anybody else’s', letter([WRITER], true), 'manager', true],
  ])('%s', (_, of, memberId, is) => {
    expect(isSecondPair(of, memberId)).toBe(is)
  })
})

describe('a letter is passed', () => {
  const by = (memberId: string, role: Role, writersMayReview = false) => ({
    memberId,
    role,
    grants: { writersMayReview },
  })
  it.each([
    ['by an owner, their own, where nobody has to read it', letter([MANAGER]), by('manager', 'owner'), true],
    [
      'by nobody, their own, in a campaign that is read first',
      letter([MANAGER], true),
      by('manager', 'owner'),
      false,
    ],
    [
      'by no manager who is read first',
      letter([{ ...MANAGER, isReadFirst: true }]),
      by('manager', 'manager'),
      false,
    ],
    ['by a reviewer', letter([JUNIOR], true), by('reviewer', 'reviewer'), true],
    [
      'by no reviewer who wrote it once',
      letter([{ ...JUNIOR, isReadFirst: false }]),
      by('junior', 'reviewer'),
      false,
    ],
    ['by no writer', letter([JUNIOR]), by('writer', 'writer'), false],
    ['by a writer, where writers may review', letter([JUNIOR]), by('writer', 'writer', true), true],
    ['by no writer who wrote it, wherever', letter([JUNIOR]), by('junior', 'writer', true), false],
    ['by no viewer', letter([JUNIOR]), by('viewer', 'viewer', true), false],
  ])('%s', (_, of, reader, may) => {
    expect(mayPass(of, reader)).toBe(may)
  })
})
