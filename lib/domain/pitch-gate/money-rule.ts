import { isDenied } from './denial.ts'
import { lintSentences } from './lint-text.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

const PLACE =
  '(?:back)?links?|guest[- ]?posts?|posts?|articles?|placements?|mentions?|reviews?|features?|listings?|insertions?|publications?|write-?ups?|publish(?:ing)?|linking|posting|inclusion|coverage|shout-?outs?|advertorials?|spots?'
const FOR_PLACE = String.raw`(?:(?:for|per|on)(?: (?!attention)[\w'-]+){0,5}? (?:${PLACE})|to (?:add|include|insert|publish|place|post|put|get|feature|mention|review|link)(?: [\w'-]+){0,5}? (?:${PLACE}|it|this|us))\b`
const AMOUNT = String.raw`(?:(?:usd|eur|gbp|nzd|aud|cad|us)? ?[$€£¥] ?\d[\d.,]*k?|\d[\d.,]* ?(?:[$€£]|usd|eur|euros?|dollars?|pounds?|bucks|quid|gbp|nzd|aud|cad|chf))`

const OFFERS: readonly RegExp[] = [
  /\bhow much\b(?: [\w'-]+){0,5}? to (?:add|include|feature|list|mention|link|publish) (?:us|me|our|it)\b/g,
  new RegExp(
    String.raw`\b(?:fur|pour|por) (?:[\w'-]+ ){0,2}?(?:links?|artikel|beitrag|gastbeitrag|verlinkung|erwahnung|liens?|articles?|billet|mention|enlaces?|articulos?|mencion)\b[^.;:!?]{0,40}? ${AMOUNT}`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:pay|pays|paying|paid|compensate|compensating|compensation|reimburse|remunerat\w+)\b(?! (?:attention|off|tribute|homage|heed|a visit|respect|it forward|more|extra|close))(?: (?!attention)[\w'$€£-]+){0,6}? ${FOR_PLACE}`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:fees?|payments?|pric(?:e|es|ing)|rates?|costs?|charges?|budgets?|quotes?|tariffs?|honorarium)(?: list| sheet| card)? (?:available )?(?:for|per|of|on)(?: [\w'-]+){0,4}? (?:${PLACE})\b`,
    'g',
  ),
  /\b(?:what|which)(?:'s| is| are| would be| would)? your (?:\w+ )?(?:rates?|prices?|pricing|fees?|rate card|charges?)\b|\b(?:let (?:me|us) know|tell (?:me|us)|send (?:me|us)|share|name|state|ask(?:ing)? for) your (?:\w+ )?(?:rates?|prices?|fees?|charges?)\b|\byour (?:rate card|advertising rates?|link prices?|post rates?)\b/g,
  new RegExp(
    String.raw`\bhow much (?:do|would|does|will|is|are|for)\b(?: [\w'-]+){0,8}? (?:${PLACE})\b|\bwhat (?:do|would|does|will) (?:you|it|a)\b(?: [\w'-]+){0,6}? (?:charge|cost)\b(?:(?: [\w'-]+){0,4}? (?:${PLACE}))?`,
    'g',
  ),
  /\b(?:buy|buying|purchase|purchasing|sell|selling|rent|renting|order|ordering|bid on)(?: (?!your)[\w'-]+){0,3}? (?:(?:back)?links?|guest[- ]?posts?|placements?|sponsored (?:posts?|articles?)|ad space|advertorials?|link insertions?|reviews?|mentions?)\b/g,
  /\b(?:paid|sponsored) (?:back)?(?:guest )?(?:links?|posts?|articles?|placements?|content|reviews?|mentions?|features?|collaborations?|partnerships?|insertions?|opportunit\w+|publications?|listings?)\b/g,
  new RegExp(
    String.raw`${AMOUNT}(?: (?:usd|eur|gbp|cash|via paypal|by paypal|voucher|gift card|amazon voucher|amazon gift card|today|now|each|upfront|flat))* (?:for|per|if|to|each|in exchange|in return)\b(?: [\w'-]+){0,8}? (?:${PLACE}|link|it|us)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:offer|give|send|pay|transfer|paypal|wire|tip|reward)\b(?: [\w'-]+){0,4}? ${AMOUNT}(?! [\w-]+ (?:bag|pack|gift set))(?: [\w'-]+){0,3}? (?:for|if|per|once|when|to)\b.{0,60}?\b(?:${PLACE}|link)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:money|cash|gift ?cards?|vouchers?|paypal|bitcoin|crypto|commission)\b(?: [\w'-]+){0,4}? (?:for|in return|in exchange|if you|to (?:add|include|publish|place|post))\b(?: [\w'-]+){0,6}? (?:${PLACE}|link)\b`,
    'g',
  ),
  /\bcompensate you\b(?! for (?:the )?(?:shipping|postage|stamps|customs))|\bpayment (?:via|by|through|upon|on|after) (?:paypal|publication|bank|wise|wire|transfer)\b/g,
  /\b(?:for|against) (?:a (?:small |fair |modest |reasonable )?)?(?:fee|payment|price|compensation)\b/g,
  /\b(?:bezahl|zahl|vergut|honorier)\w*\b(?: [\w'-]+){0,8}? (?:links?|beitrag|beitrage|gastbeitrag|artikel|verlinkung|erwahnung|veroffentlichung|platzierung|post)\b/g,
  /\b(?:link|beitrag|gastbeitrag|artikel|verlinkung|erwahnung|platzierung)\w*\b(?: [\w'-]+){0,6}? (?:bezahlen|zahlen|verguten|kaufen|buchen)\b|\bgegen (?:bezahlung|honorar|entgelt|vergutung|geld)\b|\blink-?kauf\b/g,
  /\b(?:was|wie ?viel) (?:kostet|kosten|wurde|verlangen|nehmen|berechnen)\b(?: [\w'-]+){0,8}? (?:links?|beitrag|gastbeitrag|artikel|verlinkung|platzierung|post)\b|\bbezahlte[rns]? (?:links?|beitrag|artikel|kooperation|post)/g,
  /\b(?:payer|payons|paierons|paierai|paie|remunerer|remuneration|tarifs?|prix|acheter)\b(?: [\w'-]+){0,6}? (?:liens?|articles?|billets?|publication|mention)\b|\bcontre (?:remuneration|paiement)\b|\barticles? sponsorises?\b/g,
  /\b(?:pagar\w*|pagamos|pago|tarifas?|precio|comprar|compramos)\b(?: [\w'-]+){0,6}? (?:enlaces?|articulos?|posts?|publicacion|mencion)\b|\bcuanto (?:cobra|cobras|cuesta)\b|\bcontra pago\b|\b(?:articulos?|posts?) patrocinados?\b/g,
  /\b(?:pagare|paghiamo|pagheremo|comprare)\b(?: [\w'-]+){0,6}? (?:links?|articol[oi]|post)\b|\b(?:betalen|kopen)\b(?: [\w'-]+){0,6}? (?:links?|artikel|blog)\b/g,
]

/** Their own past or subject, not an offer: "I paid for your book", "your post on paid links". */
const THEIR_TOPIC =
  /\b(?:your|the|this|a|another) (?:[\w'-]+ ){0,4}?(?:posts?|pieces?|articles?|guides?|rants?|rules?|polic(?:y|ies)|guidelines?|page|section|tips|episode|views?|stance|take|comparison|roundup)\b(?: [\w'-]+){0,2}? (?:on|about|against|regarding|concerning|comparing|says?)\b[^,;]{0,60}$|\byou (?:wrote|write|said|say|mention(?:ed)?|argued?|explain(?:ed)?|warn(?:ed)?|called?)\b[^;]{0,80}$|\b(?:label|mark|disclose|flag|tag|declare)\w*\b[^;]{0,40}$/

const DENIED_INSIDE = /\b(?:not|never|no|nothing|nicht|nie|kein\w*|pas|jamais|sin|non|niet|geen)\b/

/** Money, payment or a price offered for a link or a post, in either direction. */
export function reviewMoney(facts: PitchFacts): PitchProblem[] {
  for (const text of [facts.subject, facts.body, facts.signature]) {
    for (const sentence of lintSentences(text, facts.reading)) {
      const words = offerIn(sentence)
      if (words) return [moneyProblem(words)]
    }
  }
  return []
}

function offerIn(sentence: string): string | null {
  for (const pattern of OFFERS) {
    for (const match of sentence.matchAll(pattern)) {
      const isTheirs = THEIR_TOPIC.test(sentence.slice(Math.max(0, match.index - 130), match.index))
      if (DENIED_INSIDE.test(match[0])) continue
      if (!isTheirs && !isDenied(sentence, match.index, match.index + match[0].length)) return match[0]
    }
  }
  return null
}

function moneyProblem(words: string): PitchProblem {
  const shown = words.length <= 120 ? words : `${words.slice(0, 119).trimEnd()}…`
  return problem('sells-or-buys', {
    message: `"${shown}" offers or asks money for a link or a post.`,
    remedy: 'Take the money out. A link that was paid for does not count, and Rapport does not help with it.',
  })
}
