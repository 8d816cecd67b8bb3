import { isDenied } from '../pitch-gate/denial.ts'

/**
 * The net under the phrases: something they would do for us (a link, a review, a post about it) near words by which it is
 * wished for, awaited or weighed against the gift. In folded words without accents, one sentence at a time.
 */

const DEED = [
  '(?:back-?links?|links? (?:to|from|in|on|for) (?:us|our|your|the (?:shop|store|site|article|post)|(?:https?:\\/\\/)?[\\w-]+\\.(?:shop|com|net|org|example|test|co)))',
  '(?:an?|one|two|the|your|our|some|any|short|nice|permanent|honest|fair|quick|little|small|kind) (?:[\\w-]+ )?(?:links?|mentions?|reviews?|posts?|articles?|write-?ups?|shout-?outs?|tags?|features?|credits?|pieces?|stor(?:y|ies)|ratings?|coverage)',
  '(?:link|linked|linking|tag|tagging|tagged|mention|mentioning|credit|crediting|feature|featuring|review|reviewing) (?:to )?(?:us|our|it|them|me)',
  '(?:write|writes|writing|wrote|written|post|posting|blog|blogging|talk|talking) (?:something )?(?:about|on) (?:it|us|this|them|our|the)',
  "(?:we|i)(?:'ll| can| will)? (?:see|saw|need|want|get|have|read) (?:the|your|a) (?:posts?|links?|pieces?|articles?|reviews?|stor(?:y|ies))",
  '(?:against|for) (?:blog )?(?:posts?|links?|reviews?|mentions?)',
  '(?:be|being|get|getting) (?:included|mentioned|linked|featured|listed|reviewed|named)',
  '(?:link|mention|tag|credit|featur)\\w* (?:to )?our',
  '(?:publish|publishes|published|publishing|to link|you link|adding (?:a|our|the) link|share it with your (?:readers|followers)|coverage)',
].join('|')

const WISH = [
  "(?:we|i)(?:'d| would| do| only| just| kindly| really)* (?:request|require|need|want|wish|hope|assume|expect|trust|presume|insist|ask|(?:like|love) (?:you )?to|like for you to)\\b",
  '(?:our|my|the|one|only|single) (?:[\\w-]+ )?(?:wish|hope|request|ask|expectation|price|favou?r|idea|deal)\\b',
  '(?:is|are|would be|be) all (?:we|i|it)\\b|all (?:we|i|it) (?:ask|want|need|takes?|expect|wish)\\w*',
  "(?:would|'d) (?:be |mean |make )(?:\\w+ )?(?:thrilled|delighted|happy|glad|grateful|great|nice|lovely|wonderful|perfect|fair|kind|fantastic|amazing|the world|a lot|our day|us)\\b",
  '(?:swap|barter|trade|deal|exchange|against|in turn)\\b',
  '(?:unless|until|as soon as|once|before|when|after|as long as|if) (?:\\w+ ){0,2}?(?=(?:see|saw|find|have|get|publish|read|the|your|we|you))',
  '(?:agree|agreed|agreement|commit|promise|obliged|oblige|earn|earns|deserve|owe) ?',
  "(?:willing|ready|prepared|happy) to|who (?:will|would|can|do|agree|link|write|publish)|only (?:to|for|send|give)|compensation|payment|refund\\w*|(?:is|are) enough|let's (?:say|do|make|trade)",
  '(?:must|have to|has to|had to|need to|needs to|are to|is to|should|shall)\\b',
  '(?:please|kindly)\\b|\\bwould you mind\\b|\\bcould you\\b|\\bdo mention\\b|\\bbe so kind\\b',
  "(?:you|and you|then you) (?:get|receive|keep)\\b|\\b(?:and|then),? (?:\\w+ ){0,2}?(?:is|it's|are|stays?|be) yours\\b|\\byours (?:for|if|once|when|after|provided)\\b|\\bwe get\\b|\\bfor free\\b|\\bfree\\b",
  '(?:let (?:me|us) know|tell (?:me|us)|send (?:me|us)) (?:the|when|once|as soon)\\b|\\bdate\\b|\\bdeadline\\b|\\b(?:within|by) (?:the|a|an|one|two|\\d)',
  'just\\b|simply\\b|thanks? in advance\\b|as (?:a )?thanks?\\b|thank you\\b|keywords?\\b|anchor\\b|dofollow\\b',
].join('|')

/** Words that speak of a bargain whatever stands around them, unless it is denied or left open. */
const BARGAIN = [
  '(?:an?|one|the|your|our|two|contextual|do-?follow|permanent) (?:[\\w-]+ )?(?:back-?)?links?(?= (?:to|from|in|on|back|would|is required|for)\\b|[.!;]|$)',
  '(?:a |the |one )?back-?links?',
  '(?:rate|tag|link|feature|credit|review|cite|shout out) (?:to )?(?:us|our)',
  '(?:include|list|add|mention|place|insert|put) (?:our|us)\\b',
  '(?:our|the) (?:shop|store|brand|site|website|name|product|company) (?:being |gets? |to be )?(?:mentioned|linked|featured|listed|included|named|reviewed)',
  '(?:a |an )?(?:paragraph|story|piece|article|post|word|line|text|review|video|mention) (?:or two )?(?:about|on|for) (?:us|our (?:shop|store|brand|site|company|products?|work|makes?))\\b',
  '(?:you|they) (?:send|give|add|put|place|set) (?:us )?(?:the|an?|your) (?:back-?)?links?',
  'publication|live url|live link|content(?= (?:from you|in return)|[.!]|$)',
  '(?:expected|required|obliged|asked|supposed|meant|bound) to (?:publish|post|link|write|mention|review|tag|feature|share)',
  '(?:tied|bound|linked|subject|conditional|connected) (?:to|on|upon) (?:an?|the|your|our) (?:[\\w-]+ )?(?:mention|link|review|post|article|feature)',
  '(?:see|seeing|find|finding|read|reading) (?:it|this|us|them|our [\\w-]+) (?:on|in) your (?:blog|site|page|list|guide|stories|feed|next|newsletter|magazine|channel)',
].join('|')
const BARGAINS = new RegExp(String.raw`\b(?:${BARGAIN})`, 'g')

const NEAR = 70
const DEEDS = new RegExp(String.raw`\b(?:${DEED})\b`, 'g')
const WISHES = new RegExp(String.raw`\b(?:${WISH})`, 'g')

/** Their own pages of before: "your review of the old tent", "thanks for the link to the tide tables". */
const OF_BEFORE =
  /\b(?:thanks|thank you|grateful|happy|glad) (?:again )?for (?:\w+ )?$|\b(?:read|loved|liked|saw|enjoyed|remember|found|know|after|because of|about|in|on|from|since|under) $/
const TOLD_OF_BEFORE =
  /^ (?:of|on|about|from|last|which|who|that|where|with|this|made|is why|against|you wrote|to (?:the|an?|my) (?!shop|store|site|brand|product)\w+)\b(?! (?:it|us|our|them|the bag|this|friday|monday))/
/** "If you write about it": theirs to do or not, unless somebody says how glad it would make us. */
const LEFT_OPEN =
  /\b(?:if|should|whether|in case|even if|ever|or not|when) (?:you|anybody|somebody)?[^.,;:]{0,40}$/
const GLAD_IF =
  /\b(?:thrilled|delighted|happy|glad|grateful|great|nice|lovely|wonderful|perfect|kind|fantastic|amazing|the world|a lot|our day|appreciate it|help us) (?:if|when|should)\b|\b(?:unless|until|once|as soon as|only if|refund\w*|reward|bonus|voucher|discount|pay you|another one|second one|next one)\b/
/** Parcels, labels and lessons. */
const OF_THE_THING =
  /\b(?:by|in the|with the|at the|royal|first|last) post$|\b(?:the|price|name|care|washing|return) tags?$|\bold (?:post|story)$|^(?:the|your) (?:post|tag)$/
/** What they wrote themselves. */
const THEY_SAID = /\byou (?:wrote|write|said|say|argued?|explain(?:ed)?|warn(?:ed)?|think)\b[^;]{0,60}$/
/** Links of ours to look at: "here is a link to the film", "the link on the card". */
const OURS_TO_SEE =
  /\b(?:here(?:'s| is| are)?|find|there(?:'s| is)|see|follow|scan|click|open|behind|under|has|holds|carries|prints?|shows?|enclosed?|attached?|by) (?:you )?$/
const SHOWN_HERE =
  /^ (?:(?:on|in|at|inside|under) (?:the|this|its) (?:card|label|box|note|leaflet|parcel|lid|back|bag|tin|envelope|bottom|strap|receipt)|below|above|inside|printed|underneath|leads?|takes?|opens?|shows?|is (?:on|in|printed|below|above)|(?:to|for) (?:the|an?|our|more|it) ?(?:[\w-]+ ){0,3}?(?:films?|videos?|manuals?|guides?|photos?|pictures?|instructions?|maps?|forms?|recipes?|parcel|tracking|return|workshop|size|sizes|care|repair|warranty|makers?))\b(?! your\b)/
/** What we do ourselves. */
const OURSELVES =
  /\b(?:i|we|i'll|we'll|i've|we've)(?: will| would| can| have| had| also| never| once| already)*(?: (?!need|want|ask|expect|require|request|hope|wish|would|like|love|get|await)\w+)? $/

/** The words of a folded sentence that hope for something of theirs beside a gift; null where none do. */
export function expectationIn(sentence: string): string | null {
  for (const match of sentence.matchAll(BARGAINS)) if (isMeant(sentence, match)) return match[0].trim()
  const wishes = [...sentence.matchAll(WISHES)]
  if (wishes.length === 0) return null
  for (const match of sentence.matchAll(DEEDS)) {
    if (!isMeant(sentence, match)) continue
    const end = match.index + match[0].length
    const wish = wishes.find(
      (each) => each.index < end + NEAR && each.index + each[0].length > match.index - NEAR,
    )
    if (!wish || isDenied(sentence, wish.index, wish.index + wish[0].length)) continue
    const from = Math.min(match.index, wish.index)
    return sentence.slice(from, Math.max(end, wish.index + wish[0].length)).trim()
  }
  return null
}

/** Neither theirs of before, nor denied, nor left open to them. */
function isMeant(sentence: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length
  const before = sentence.slice(Math.max(0, match.index - 60), match.index)
  if (isTheirs(before, match[0], sentence.slice(end, end + 40)) || isDenied(sentence, match.index, end))
    return false
  return !LEFT_OPEN.test(before) || GLAD_IF.test(sentence)
}

function isTheirs(before: string, words: string, after: string): boolean {
  const isAwaited = /^(?:we|i)\b/.test(words)
  if (!isAwaited && (OF_THE_THING.test(words) || OF_THE_THING.test(`${before}${words}`.trimEnd())))
    return true
  if (THEY_SAID.test(before)) return true
  if (OURSELVES.test(before)) return true
  if (
    /links?$/.test(words) &&
    !/\b(?:see (?:to it )?that|make sure|ensure|check that)\b/.test(before) &&
    (OURS_TO_SEE.test(before) || SHOWN_HERE.test(after))
  )
    return true
  return /^(?:your|the)\b/.test(words) && (OF_BEFORE.test(before) || TOLD_OF_BEFORE.test(after))
}
