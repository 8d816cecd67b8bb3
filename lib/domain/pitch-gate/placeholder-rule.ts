import { foldText, withoutAccents } from '../text/fold-text.ts'
import { readGreeting } from './greeting.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

/** What templates call the things to fill in; one of these words inside brackets gives a placeholder away. */
const FIELD =
  /(?:^|[^\p{L}])(?:first|last|full|sur|fore|user|nick|company|blog|site|brand|product|host|editor|author|contact|recipient|sender)?[ _-]?(?:name|names|vorname|nachname|nombre|nom|prenom)(?:[^\p{L}]|$)|(?:^|[^\p{L}])(?:firstname|lastname|fname|lname|insert|your|company|website|web ?site|site|blog|url|link|post|article|title|topic|subject|product|brand|outlet|publication|recipient|contact|editor|podcast|show|episode|date|city|number|email|e-mail|address|phone|job|position|industry|niche|keyword|compliment|placeholder|todo|tbd|xx+|firma|thema|titel|titulo|titre|articulo|artikel|societe|empresa|specific|something|detail|details|reason)(?:[^\p{L}]|$)/iu
/** An editor's own insertion into a sentence: "[the bag]", "[sic]", "[emphasis mine]". */
const EDITORIAL =
  /^(?:sic!?|\.{1,3}|…|ed\.?|note|n\.b\.|emphasis (?:mine|added|ours)|my emphasis|translated|laughs|(?:the|a|an|this|that|these|those|his|her|its|my|our|and|or|is|are|was|of|in|to) \S+(?: \S+)?|the|their|they|he|she|it|we|i)$/i
const TEMPLATE_TALK = /\b(?:names?|their|your|specific|insert|compliment|title of)\b/i
const ORDINARY_CAPITALS =
  /^(?:VIDEO|AUDIO|PHOTOS?|PICTURES?|UPDATED?|SPOILERS?|EDITED|DRAFT|ENGLISH|GERMAN|FRENCH|SPANISH)$/
const HTML_ELEMENT =
  /^\/?(?:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|head|hr|html|body|i|img|li|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*|\s?\/)?$/i

const SQUARE = /\[([^[\]\n]{1,60})\](?!\()/g
const CURLY = /\$?\{\{?\{?([^{}\n]{1,60})\}?\}?\}/g
const ANGLE = /<([^<>\n]{1,80})>/g
const PERCENT = /%{1,2}([A-Za-z][A-Za-z0-9]*(?:[_ -][A-Za-z0-9]+)*)%{1,2}/g
const MERGE_TAG =
  /\*\|[^|\n]{1,40}\|\*|\[object Object\]|\bINSERT [A-Za-z"'[({]|\blorem ipsum\b|\bTKTK\b|\bTODO\b/
const INSERT =
  /\binsert (?:\w+ ){0,4}here\b|\binsert (?:your |their |the )?(?:first |last |company |blog |site |product )?(?:name|title|topic|company|compliment|url|blog)\b/i
const XXX = /\bX{3,}\b/
/** Small letters at the end of a line are kisses. */
const SMALL_XXX = /\b(?:on|about|at|from|to|in|your|the|for|of|by|dear|hi|hello|called|named) xxx+\b/i

/** Left-over fields of a template in subject, body or signature. */
export function reviewPlaceholders(facts: PitchFacts): PitchProblem[] {
  const theirs = facts.reading ? foldText(facts.reading.quote) : ''
  for (const text of [facts.subject, facts.body, facts.signature]) {
    const leftOver = leftOverIn(text, theirs)
    if (leftOver) return [placeholderProblem(`"${leftOver.trim()}" is still to be filled in.`)]
  }
  const greeting = readGreeting(facts.body)
  if (greeting.kind !== 'broken') return []
  const line = facts.body
    .slice(greeting.start)
    .split(/[\r\n]/, 1)[0]
    ?.slice(0, 40)
    .trim()
  return [placeholderProblem(`The greeting "${line}" has no name after it.`)]
}

function placeholderProblem(message: string): PitchProblem {
  return problem('placeholder', { message, remedy: 'Write what belongs there, or take it out.' })
}

function leftOverIn(text: string, theirs: string): string | null {
  return (
    firstThat(
      text,
      SQUARE,
      (inside, all) => isSquarePlaceholder(inside) && !theirs.includes(foldText(all)),
    ) ??
    firstThat(
      text,
      CURLY,
      (inside, all) => isCurlyPlaceholder(inside, all) && !theirs.includes(foldText(all)),
    ) ??
    firstThat(text, ANGLE, isAnglePlaceholder) ??
    firstThat(text, PERCENT, isPercentPlaceholder) ??
    MERGE_TAG.exec(text)?.[0] ??
    INSERT.exec(text)?.[0] ??
    XXX.exec(text)?.[0] ??
    SMALL_XXX.exec(text)?.[0] ??
    null
  )
}

function firstThat(
  text: string,
  pattern: RegExp,
  fits: (inside: string, all: string) => boolean,
): string | null {
  for (const match of text.matchAll(pattern)) if (fits(match[1]?.trim() ?? '', match[0])) return match[0]
  return null
}

function isSquarePlaceholder(inside: string): boolean {
  if (!/\p{L}/u.test(inside) || (EDITORIAL.test(inside) && !TEMPLATE_TALK.test(inside))) return false
  if (/^[A-Z][A-Z _]{4,}$/.test(inside) && !ORDINARY_CAPITALS.test(inside)) return true
  return namesField(inside) || /^\p{L}+_[\p{L}_]+$/u.test(inside)
}

function isCurlyPlaceholder(inside: string, all: string): boolean {
  if (all.startsWith('{{') || all.startsWith('${')) return true
  // "{name}" and "{Hi|Hello}", but not a set of numbers or a whole sentence.
  return /\p{L}{2}/u.test(inside) && (inside.includes('|') || inside.split(/\s+/).length <= 4)
}

function isAnglePlaceholder(inside: string): boolean {
  if (/@|:\/\/|^mailto:|^www\.|^[\w-]+(?:\.[\w-]+)+(?:\/|$)/i.test(inside) || HTML_ELEMENT.test(inside))
    return false
  if (!/^\p{L}/u.test(inside)) return false
  return namesField(inside) || /^[\p{L}]+_[\p{L}_]+$/u.test(inside) || /^\p{Lu}{3,}$/u.test(inside)
}

function isPercentPlaceholder(inside: string): boolean {
  if (/^[0-9a-f]{2}$/i.test(inside)) return false
  return (
    /^[A-Z][A-Z0-9_ -]{2,}$/.test(inside) ||
    inside.includes('_') ||
    (namesField(inside) && inside.split(' ').length <= 2)
  )
}

/** "Prénom" and "Título" as well. */
function namesField(inside: string): boolean {
  return FIELD.test(withoutAccents(inside))
}
