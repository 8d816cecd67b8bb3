import { mentionInPost, type Sought } from '../feeds/post-mention.ts'
import { daysBetween, type LocalDate } from '../local-date.ts'

type Post = {
  title: string
  summary: string
  text: string
  url: string
  /** The day it came out, or on which it was first seen. */
  date: LocalDate
  isEpisode: boolean
}

type Work = Sought & {
  title: string
  airsOn: LocalDate | null
  /** It is said rather than written. */
  isSpoken: boolean
}

export type EpisodeMatch = {
  /** What speaks for it, each as a sentence. */
  reasons: string[]
  /** It names us, or links to us. */
  namesUs: boolean
}

const AIR_DAY_TOLERANCE = 1
const SHORTEST_WORD = 4
/** Of the words of a working title, so many have to stand in theirs. */
const WORDS_ENOUGH = 2
const SHARE_ENOUGH = 0.5

/** Words every other title has. */
const COMMON = new Set([
  ...['about', 'after', 'against', 'answer', 'answers', 'been', 'before', 'being', 'best', 'chat', 'episode'],
  ...['from', 'guest', 'have', 'here', 'interview', 'into', 'just', 'like', 'make', 'more', 'most', 'much'],
  ...[
    'only',
    'other',
    'over',
    'part',
    'podcast',
    'post',
    'roundup',
    'season',
    'some',
    'than',
    'that',
    'their',
  ],
  ...['them', 'then', 'there', 'these', 'they', 'this', 'those', 'what', 'when', 'where', 'which', 'while'],
  ...['with', 'without', 'year', 'years', 'your'],
])

/**
 * Whether a post of an outlet's feed may be what a piece of work has become: it names us, it carries the words of our working
 * title, or, for an episode, it came out on the day they named. Null where nothing speaks for it. A person decides.
 */
export function episodeMatch(post: Post, work: Work, named = nameIn(post, work)): EpisodeMatch | null {
  const reasons = named ? [`It names ${named}.`] : []
  const shared = sharedWords(work.title, post.title)
  if (shared) reasons.push(`Its title has your words: ${shared.join(', ')}.`)
  if (work.isSpoken && post.isEpisode && work.airsOn && isAbout(post.date, work.airsOn))
    reasons.push('It came out on the day they named.')
  return reasons.length > 0 ? { reasons, namesUs: named !== null } : null
}

/** The name or domain of ours in what is said of a post, or null: the part of a match that takes time. */
export function nameIn(
  post: Pick<Post, 'title' | 'summary' | 'text' | 'url'>,
  sought: Sought,
): string | null {
  const text = [post.summary, post.text].filter(Boolean).join('\n\n')
  return mentionInPost({ ...post, text, links: [] }, sought)?.found ?? null
}

function isAbout(date: LocalDate, expected: LocalDate): boolean {
  return Math.abs(daysBetween(expected, date)) <= AIR_DAY_TOLERANCE
}

/** Null where too few of ours are in theirs. */
function sharedWords(ours: string, theirs: string): string[] | null {
  const wanted = tellingWords(ours)
  const there = new Set(tellingWords(theirs))
  const shared = wanted.filter((word) => there.has(word))
  const isEnough = shared.length >= WORDS_ENOUGH || (wanted.length === 1 && shared.length === 1)
  return isEnough && shared.length / wanted.length >= SHARE_ENOUGH ? shared : null
}

function tellingWords(title: string): string[] {
  const words =
    title
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => [...word].length >= SHORTEST_WORD && !COMMON.has(word)))]
}
