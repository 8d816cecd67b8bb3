/**
 * How people tie an offer to a link, in folded words without accents. FACTS.md, section 2: goods for a link, exchanges
 * of links, wanted anchors and "dofollow" are what the product never helps with.
 */

const LINK = '(?:back)?links?'
const THING = `${LINK}|mentions?|reviews?|shout-?outs?|credits?|features?|write-?ups?|coverage|posts?|tags?`
const DO_IT =
  'link|mention|credit|cite|tag|feature|cover|recommend|review (?:it|us|our|one|the|ours|them)|write (?:about|a|up|something)|post (?:about|a|it)|publish|include|add (?:a|the|our|us|it)|place|insert|blog about|share'
const GIVE =
  '(?<!feel )free|yours|send|give|ship|gift|mail you|offer|supply|provide|get|receive|have one|discount|return the|promote|share your|tweet|link (?:back )?to you|link to your|reward|throw in|reciprocate|sponsor'
/** "If you like" leaves them free; "if you link" does not. */
const NOT_FREELY = String.raw`(?: (?!like|want|ever|wish|care|fancy|think|feel|find)[\w'-]+)`
const NO_BOAT = String.raw`(?! (?:on|at|up|down|in|aboard|of)\b)`

/** By themselves they ask for something in return. */
export const CONDITION_PHRASES: readonly RegExp[] = [
  // exchange and condition
  /\bin exchange\b|\bin return\b(?! (?:trip|flight|journey|visit|ticket|packaging|label|envelope|box|post|shipping|policy|as (?:mine|ours|yours|it)|for (?:your|the) (?:patience|trouble|time|help|kindness|letter|answer|interest))\b)|\bquid pro quo\b|\btit for tat\b/g,
  /\b(?:as|so) long as (?:you (?!like|want|wish|need|please|can|live|have|use|keep|own)|we get|there(?:'s| is| are) (?:an? )?(?:\w+ )?(?:link|mention|credit|review)|(?:a|the|your) (?:\w+ )?(?:link|mention|credit|review))/g,
  /\bprovided (?:that )?(?:you|there|we|(?:a|the|your) (?:\w+ )?(?:link|mention|review|post|article|piece|page))\b|\bproviding (?:that )?you\b/g,
  /\bon (?:the |one |this )?condition(?: that| of an? |:|,| -)|\b(?:our|my|the|one|only) (?:only |one |single |sole )?condition(?: is| being| would|:| -)|\bconditional (?:on|upon)\b/g,
  new RegExp(
    String.raw`\b(?:subject to|against) (?:an?|your|the) (?:\w+ ){0,2}?(?:${LINK}|mention|review|feature)\b`,
    'g',
  ),
  // rel and anchor
  /\bdo-? ?follow(?:ed)?\b|\b(?:a|one|permanent|lifetime|live|standard|normal) follow(?:ed)? (?:back)?links?\b/g,
  /\b(?:remove|drop|skip|avoid|without|not) (?:the |a |any |use )?(?:rel=?["' ]{0,2})?no-?follow\b|\bno no-?follow\b/g,
  /\banchor-? ?texts?\b|\banchor ?(?::|=|")/g,
  new RegExp(
    String.raw`\bwith (?:the |this |our |your |exact |the exact |the following )?anchor\b${NO_BOAT}`,
    'g',
  ),
  new RegExp(String.raw`\b(?:links?|it|using?|uses) (?:\w+ )?(?:the |this |our )anchor\b${NO_BOAT}`, 'g'),
  /\b(?:permanent|lifetime) (?:back)?links?\b/g,
  // links for links
  /\blink(?:s|ing)? back\b|\bback-? ?link (?:to )?(?:us|back)\b/g,
  /\b(?:back)?links?(?:-| )(?:swap|exchange|trade|trading|swapping)s?\b|\b(?:swap|exchange|trade|swapping|exchanging|trading)(?: \w+){0,2} (?:back)?links?\b/g,
  /\b(?:reciprocal|mutual|three-way|3-way|two-way) (?:back)?link|\blink(?:ing)? (?:to )?each other\b|\bcross-?link(?:s|ing)?\b|\blink-for-(?:a-)?link\b|\blink for (?:a )?link\b/g,
  /\b(?:guest[- ]?|blog[- ]?)posts? (?:exchange|swap|trade)s?\b/g,
  /\breturn the favou?r\b|\bi(?:'ll| will) scratch yours\b/g,
  // German, French, Spanish, Italian, Dutch, Portuguese
  /\bim gegenzug\b|\bals gegenleistung\b|\bim (?:aus)?tausch (?:gegen|fur|mit)\b|\bunter der bedingung\b|\bvorausgesetzt,? (?:dass )?(?:sie|du|ihr)\b|\blinkt?ausch\b|\blinkaustausch\b|\bsofern (?:sie|du|ihr)\b.{0,60}\bverlink/g,
  /\ben echange\b|\ben contrepartie\b|\ben retour\b|\ba condition (?:que|de)\b|\bechange de liens?\b/g,
  /\ba cambio\b|\bcon la condicion\b|\ba condicion de\b|\bintercambio de enlaces\b|\bsiempre (?:y cuando|que) (?:nos |me )?(?:enlac|mencion|public)/g,
  /\bin cambio\b|\ba condizione\b|\bscambio (?:di )?link\b|\bin ruil\b|\bop voorwaarde\b|\blinkruil\b|\bem troca\b/g,
]

/** A gift or favour and a link in one sentence, bound to each other. */
export const BOUND_OFFERS: readonly RegExp[] = [
  // "if you link to us, we will send ..."
  new RegExp(
    String.raw`\b(?:only if|if|once|when|after|as soon as|unless|provided|until) (?:you|your|the|a)(?:'d|'ll|'ve)?\b${NOT_FREELY}{0,4}? (?:${DO_IT}|link(?:ed|s)?|is (?:live|up|published|placed))\b.{0,80}?\b(?:we|i)(?:'ll|'d| will| would| can| could| am happy to| are happy to|'m happy to|'re happy to)\b(?: \w+){0,3}? (?:${GIVE})\b`,
    'g',
  ),
  // "we will send one once you have published ..."
  new RegExp(
    String.raw`\b(?:${GIVE})\b.{0,80}?\b(?:only if|if|once|as soon as|unless|after|when) (?:you|your)(?:'d|'ll|'ve)?\b${NOT_FREELY}{0,3}? (?:(?:${DO_IT})\b|link|publish)`,
    'g',
  ),
  // "if you mention us, we will mention you", "you link to us and we link to you"
  /\b(?:if|when|once) you (?:link|mention|feature|credit|tag)\b.{0,60}?\b(?:we|i)(?:'ll| will|'d| would) (?:\w+ ){0,2}?(?:link|mention|feature|credit|share|promote)\b/g,
  /\byou (?:link|mention|feature)(?: to)? (?:us|me|ours|mine)\b.{0,30}?\b(?:we|i)(?:'ll| will| can|'d)? ?(?:link|mention|feature)\b/g,
  // "link to us and you get a bag", "a quick mention and it is yours"
  /\b(?:link to|mention|post about|write about|feature|review|tag|credit|include) (?:us|me|our [\w-]+)\b[^.]{0,30}?(?:,| and| then) (?:we|i|you)(?:'ll| will| get| receive|'re going to)\b/g,
  /\b(?:link|mention|review|shout-?out|post|feature),? and (?:the|it|one|this|that|a)\b[^.]{0,30}?\b(?:is|are|will be)? ?yours\b/g,
  // "a free bag for a review", "trade a bag for a post"
  /\b(?:free|gift(?:ed)?|discounts?|vouchers?|samples?|send(?:ing)? you|gift (?:you|one|a)|send one|ship you|give you|giving you|offer(?:ing)? you|trade|barter|product|gift card)\b.{0,60}? for (?:a|an|your|one|some|the|every|each|any) (?:[\w-]+ ){0,3}?(?:(?:back)?link|mention|review|shout-?out|feature|write-?up|credit)\b(?! (?:on|of|to your|about))/g,
  /\b(?:trade|trading|barter|swap|swapping)\b.{0,60}? for (?:an?|your|some|one) (?:[\w-]+ ){0,3}?(?:posts?|articles?|(?:back)?links?|mentions?|reviews?|features?|stories|story)\b/g,
  // "you must link", "we require", "all we ask"
  /\b(?:you|the (?:post|article|piece|review)) (?:must|have to|need to|are required to|should definitely|has to|needs to|will need to)(?: also| then| always| please| definitely| at least| clearly)? (?:link|mention us|mention our|include (?:a|the|our)|credit|review|tag|add (?:a|the|our)|feature)\b/g,
  new RegExp(
    String.raw`\b(?:we|i)(?:'d|'ll| do| would| will| only| just)* (?:require|expect|insist|demand|ask only|only ask|just ask|only need|just need)\b(?: \w+){0,6}? (?:${THING}|link|mention|review)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:all|the only thing|only thing|the one thing) (?:that )?(?:we|i)(?:'d)? (?:ask|need|want|expect|would like)\b.{0,60}?\b(?:${THING}|link|mention|review)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:a|the|your|one) (?:\w+ )?(?:${THING})(?: (?:to|on|from|in|about) (?:[\w-]+ ){0,3}?[\w-]+)? (?:is|are|would be|will be) (?:required|expected|mandatory|compulsory|a must|obligatory)\b`,
    'g',
  ),
  // German, French, Spanish
  /\b(?:wenn|falls|sobald) (?:sie|du|ihr)\b.{0,60}?\b(?:verlink|erwahn).{0,60}?\b(?:schick|send|bekomm|erhalt|verlink)/g,
  /\b(?:si|des que|quand) (?:vous|tu)\b.{0,40}?\b(?:lien|mentionn|cite).{0,60}?\b(?:enverr|envoie|offr)/g,
  /\bsi (?:nos|me|usted|tu|pones|incluy|mencion|enlaz).{0,50}?\b(?:enlac|enlaz|mencion|resena).{0,60}?\b(?:envi|regal|mand)/g,
]
