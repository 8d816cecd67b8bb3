// What outlets say that sell posts and links, in several languages. A match counts only where nobody denies it, asks it,
// or tells it of others: see `says`.

const AMOUNT = "\\d[\\d.,’' ]*"
/** A sum of money: "$80", "80 EUR", "US$ 1,200", "50 dollars". */
export const MONEY = new RegExp(
  `(?:(?:US|AU|CA|NZ|A|C)?\\$|€|£|₹|\\b(?:USD|EUR|GBP|INR|CHF|PLN|SEK|NOK|DKK|AUD|CAD)\\s?)\\s?${AMOUNT}|${AMOUNT}\\s?(?:\\$|€|£|₹|(?:USD|EUR|GBP|INR|CHF|PLN|zł|Kč|SEK|NOK|DKK|dollars?|euros?|pounds?|kr)\\b)`,
  'i',
)

const POST =
  '(?:guest|sponsored|paid|promoted|gast|gesponsert\\w*)[ -]?(?:blog[ -]?)?(?:posts?|posting|articles?|content|beitr(?:a|ä)ge?|beitrag|artikel)|' +
  'advertorials?|link[ -]?(?:insertions?|placements?|building)|niche[ -]edits?|(?:back|text|home ?page|site[ -]?wide|permanent|do-?follow)[ -]?links?|' +
  'articles? (?:sponsorisés?|invités?)|(?:artículos?|posts?|entradas?) (?:patrocinad[oa]s?|de invitados?)|enlaces?(?: dofollow)?|liens?(?: dofollow)?|' +
  'articol[oi] sponsorizzat[oi]|artykuł\\w* sponsorowan\\w*|gastblogs?|gastartikelen|linkplaatsing\\w*|veröffentlichung|backlinks?'
/** Words for what is printed that mean it only beside a price and a "per". */
const PIECE =
  'post|article|link|placement|listing|insertion|review|publication|submission|beitrag|artikel|lien|enlace|articolo'
const GAP = '[^.!?]{0,60}?'
const SUM = MONEY.source

const FOLLOWED = 'do-?follow|dofollow|do follow'

export const OFFER = {
  /** A fee for printing. */
  fee: new RegExp(
    `\\b(?:publication|publishing|editorial|posting|placement|listing|insertion|article|admin(?:istrative|istration)?|processing|review|handling)\\s+(?:fee|charge)s?\\b|\\bfees?\\s+(?:for|per)\\s+(?:each\\s+|a\\s+|an\\s+|every\\s+)?(?:${POST}|${PIECE})|\\bveröffentlichungs(?:gebühr|kosten)|\\bfrais de publication|\\btarifa de publicación`,
    'iu',
  ),
  /** Money and what it buys, in one sentence. */
  priced: new RegExp(
    `(?:${POST})${GAP}(?:${SUM})|(?:${SUM})${GAP}(?:${POST})|(?:${SUM})\\s*(?:/|per|for (?:each|every|one|a|an)|pro|par|por|al?)\\s*(?:${PIECE})\\b|\\b(?:${PIECE})s?\\s*[:=–-]\\s*(?:from\\s+)?(?:${SUM})|\\b(?:we|our)\\b[^.!?]{0,40}\\b(?:charge|price|rate|fee)s?\\b${GAP}(?:${SUM})`,
    'iu',
  ),
  /** The same over two cells of a table: what is sold, and its price. */
  pricedCell: new RegExp(
    `^[^:]*\\b(?:${POST}|(?:${PIECE})s?)\\b[^:]*:[^:]*(?:${SUM})|^[^:]*(?:${SUM})[^:]*:[^:]*\\b(?:${POST})\\b`,
    'iu',
  ),
  /** Links as goods, on a page that is about what one can have from them. */
  links: new RegExp(
    `\\b(?:${FOLLOWED})\\b(?![ -]?(?:or|/|vs|and) ?no-?follow)|\\b(?:buy|sell|selling|order|purchase|rent)\\s+(?:\\w+\\s+){0,2}(?:back)?links?\\b|\\blinks?\\s+for\\s+sale\\b|\\blink[ -]?insertions?\\b|\\bniche[ -]edits?\\b|\\bpermanent\\s+(?:back)?links?\\b|\\bpaid\\s+(?:back)?links?\\b|\\b(?:backlinks?|links?)\\s+(?:kaufen|verkaufen)\\b|\\blinkverkauf\\b|\\b(?:vente|achat) de (?:liens|backlinks)|\\b(?:venta|compra) de (?:enlaces|backlinks)|\\bcomprar (?:enlaces|backlinks)|\\bvendita (?:di )?(?:link|backlink)|\\blink a pagamento\\b|\\b(?:DA|DR)\\s?\\d{2}\\+?\\b${GAP}\\b(?:backlinks?|links?|guest posts?)\\b|\\b(?:guest posts?|backlinks?|links?)\\b${GAP}\\b(?:DA|DR)\\s?\\d{2}\\+?\\b`,
    'iu',
  ),
  /** On a homepage, where a post about the matter may be announced too, only what plainly is an offer. */
  linksAtHome: new RegExp(
    `\\b(?:we|i)\\s+(?:sell|offer|provide)\\b[^.!?]{0,50}\\b(?:(?:${FOLLOWED})|(?:back|text)?links?\\b(?=[^.!?]{0,40}\\b(?:sale|rank|DA|DR|from)\\b)|link[ -]?insertions?|niche[ -]edits?)|\\b(?:buy|order|purchase)\\s+(?:(?:a|your|${FOLLOWED}|permanent|text|high|quality|authority)[ -]?\\s*){0,4}(?:back)?links?\\s+(?:here|now|from us|today|on this|on our)\\b|\\blinks?\\s+for\\s+sale\\b|\\b(?:backlinks?|links?)\\s+(?:hier|jetzt)\\s+kaufen\\b`,
    'iu',
  ),
  /** That they print what others pay for. */
  sponsored:
    /\b(?:we|i)\s+(?:\w+\s+){0,2}?(?:accept|offer|publish|welcome|provide|take|sell|run|do|host)\b[^.!?]{0,60}?\b(?:sponsored|paid|promoted)[ -]?(?:guest |blog )?(?:posts?|articles?|content|reviews?)|\b(?:sponsored|paid|promoted)\s+(?:guest\s+|blog\s+)?(?:posts?|articles?|content|reviews?)\s+(?:are|is)\s+(?:\w+\s+){0,2}?(?:available|accepted|welcome|offered|possible)|\b(?:book|order|buy|publish|submit|place|request)\s+(?:a|an|your)\s+(?:sponsored|paid|promoted)\s+(?:post|article|content|review)|\bsponsored\s+posts?\s+(?:opportunit|package|option|rate|pric)\w*|\bwir\s+(?:bieten|veröffentlichen|nehmen)\b[^.!?]{0,50}\b(?:sponsored posts?|gesponserte|bezahlte)\b|\bnous\s+(?:acceptons|proposons|publions)\b[^.!?]{0,50}\barticles?\s+sponsorisés?|\b(?:aceptamos|ofrecemos|publicamos)\b[^.!?]{0,50}\b(?:posts?|artículos?)\s+patrocinad|\b(?:accettiamo|offriamo|pubblichiamo)\b[^.!?]{0,50}\barticoli\s+sponsorizzati/iu,
} as const

/** Somebody denies it, right before the words or right after them. */
const DENIED_BEFORE =
  /\b(?:not?|never|neither|nor|without|cannot|(?:do|does|did|is|are|was|wo|ca|would|should)n[’']t|stopped|refuse|decline|reject|avoid|against|instead of|rather than|free of|zero|kein\w*|nicht|nie|niemals|ohne|ne|n[’']|pas de|aucun\w*|jamais|sans|nunca|jamás|sin|non|mai|senza|geen|niet|nooit|nie|bez|inte|ikke|aldrig|aldri|ingen|inga)\b[^.!?;:•|]{0,48}$/iu
const DENIED_AFTER =
  /^[^.!?;:•|]{0,40}\b(?:(?:is|are|will be|gets?|were) (?:not|never|deleted|ignored|refused|rejected|declined|removed|unwelcome)|(?:isn|aren|won|don|doesn)[’']t|not (?:accepted|allowed|for sale|welcome|possible|available)|nicht (?:erwünscht|möglich|angeboten)|n[’']est pas|no se acept)/iu
/** A clause of its own begins here: what was denied before it is denied no longer. */
const CLAUSE_BREAK =
  /(?:[.!?;:•|]|,\s*(?:and|but|however|yet|though|und|aber|et|mais|y|pero|e|ma)\b|\b(?:but|however|unless|except)\b)/giu
/** It is told of others, as an article about the matter would. */
const TOLD_OF_OTHERS =
  /\b(?:they|them|their|others?|some|many|most|those|these|sites|websites|bloggers|publishers|sellers|vendors|agencies|scammers|spammers|marketers|people|companies|competitors|google|study|survey|average|typically|usually|according|i (?:was|once)|was offered|get (?:emails|mails|requests|offers)|receive[ds]?|ask(?:ed|ing)? (?:me|us)|mails? (?:me|us)|email(?:s|ed)? (?:me|us))\b[^.!?]{0,80}$/iu
/** It is asked, or argued about. */
const ARGUED =
  /\?\s*$|^(?:why|how|should|when|what|is it|are|can|do you|does)\b|\b(?:penalt(?:y|ies|ised|ized)|against google|violat\w+|risky|bad idea|myth|scams?|warum|pourquoi|por qué|perché)\b/iu
/** The money goes the other way, or is for a night, a ticket, a prize. */
const OTHER_MONEY =
  /\b(?:we|they)(?:[’']ll| will| do| can)? pay\b|\bpays? (?:you|writers|authors|contributors|our|for (?:your|accepted|published))|\byou(?:[’']ll| will| can)? (?:be paid|get paid|earn|receive|get|win)\b|\bpaid to (?:you|writers|authors|contributors)|\bpayment (?:is|of)\b[^.!?]{0,40}\b(?:to|for) (?:writers|authors|contributors|you)|\bhonorar\b|\bwir zahlen\b|\bnous payons\b|\bpagamos\b|\bpaghiamo\b|\b(?:a|per|each) (?:night|person|day|ticket|kilo|head|room|bottle|box|pair)\b|\b(?:shipping|delivery|voucher|gift card|discount|donat\w+|prize|giveaway|budget|raised|salary|worth)\b/iu
const IS_ABOUT_MONEY = new Set<RegExp>([OFFER.fee, OFFER.priced, OFFER.pricedCell])
const SENTENCES_MAX = 40
const SENTENCE_MAX_CHARACTERS = 500

/** Whether a block of text says this of those who publish it. */
export function says(block: string, pattern: RegExp): boolean {
  for (const sentence of sentencesOf(block)) {
    const match = pattern.exec(sentence)
    if (!match) continue
    if (ARGUED.test(sentence)) continue
    if (IS_ABOUT_MONEY.has(pattern) && OTHER_MONEY.test(sentence)) continue
    const before = clauseBefore(sentence, match.index)
    const after = sentence.slice(match.index + match[0].length)
    if (DENIED_BEFORE.test(before) || DENIED_BEFORE.test(clauseBefore(match[0], match[0].length - 1)))
      continue
    if (DENIED_AFTER.test(after) || TOLD_OF_OTHERS.test(sentence.slice(0, match.index))) continue
    return true
  }
  return false
}

function sentencesOf(block: string): string[] {
  // A point within a number or an address ends no sentence.
  return block
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“'(*$€£-])/u, SENTENCES_MAX)
    .map((sentence) => sentence.slice(0, SENTENCE_MAX_CHARACTERS))
}

function clauseBefore(sentence: string, end: number): string {
  const before = sentence.slice(0, end)
  let from = 0
  for (const match of before.matchAll(CLAUSE_BREAK)) from = match.index + match[0].length
  return before.slice(from)
}
