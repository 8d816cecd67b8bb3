import { mayReviewPitch, type Role, type RoleGrants } from './roles.ts'

/** Somebody who wrote of a letter, the one it belongs to first. `isReadFirst`: somebody else reads their letters before they go. */
export type Hand = { memberId: string; name: string; isReadFirst: boolean }

/** What decides whether somebody else has to read a letter. */
export type LetterHands = { hands: readonly Hand[]; isCampaignReadFirst: boolean }

/** Why a letter needs a second pair of eyes; null when it does not. */
export function whyReadFirst({ hands, isCampaignReadFirst }: LetterHands): string | null {
  if (isCampaignReadFirst) return 'Somebody else reads every letter of this campaign before it goes.'
  const names = hands.filter(({ isReadFirst }) => isReadFirst).map(({ name }) => name)
  return names.length === 0 ? null : `Somebody else reads what ${listed(names)} wrote before it goes.`
}

/**
 * Whether a letter that needs it was read by a second pair of eyes when this member passes it: in such a campaign somebody
 * who wrote none of it; else anybody but those whose letters are read first.
 */
export function isSecondPair({ hands, isCampaignReadFirst }: LetterHands, memberId: string): boolean {
  return !hands.some((hand) => hand.memberId === memberId && (isCampaignReadFirst || hand.isReadFirst))
}

type Reader = { memberId: string; role: Role; grants: RoleGrants }

/**
 * Whether this member may say of a letter that it may go out. Where nobody has to read it, its owner or manager may pass
 * their own; where somebody has to, nobody passes what they wrote.
 */
export function mayPass(letter: LetterHands & { writerId: string }, reader: Reader): boolean {
  const isOwn = letter.writerId === reader.memberId
  if (!mayReviewPitch(reader.role, { isOwn }, reader.grants)) return false
  return whyReadFirst(letter) === null || isSecondPair(letter, reader.memberId)
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
