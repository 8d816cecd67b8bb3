import { OUTLET_WORDS, type OutletWords } from './outlet-words.ts'

/** Three words make an outlet, another three for every number; past the last of them a number is added. */
export function outletOf(n: number) {
  const words = languageOf(n)
  const turn = Math.floor(n / 100)
  const inTurn = n % 100
  const begin = startOf(words)
  const place = turn * words.share + (inTurn - begin)
  const { first, topic, what, names } = words
  const all = first.length * topic.length * what.length
  // Stepping by a number that shares no divisor with their count meets each of them once.
  const met = (place * 7919) % all
  const round = Math.floor(place / all)
  const [a, b, c] = [
    first[met % first.length] ?? '',
    topic[Math.floor(met / first.length) % topic.length] ?? '',
    what[Math.floor(met / (first.length * topic.length))] ?? '',
  ]
  // Some words are the same in two languages.
  const tongue = words.language === 'en' ? '' : `-${words.language}`
  const number = round === 0 ? '' : `-${round + 1}`
  return {
    name: `${names[met % names.length]?.(a, b, c) ?? b}${round === 0 ? '' : ` ${round + 1}`}`,
    key: `${a}-${b}-${c}${tongue}${number}.example`.toLowerCase(),
    topic: b,
    words,
  }
}

function languageOf(n: number): OutletWords {
  let left = n % 100
  for (const words of OUTLET_WORDS) {
    left -= words.share
    if (left < 0) return words
  }
  return OUTLET_WORDS[0] as OutletWords
}

function startOf(words: OutletWords): number {
  return OUTLET_WORDS.slice(0, OUTLET_WORDS.indexOf(words)).reduce((sum, { share }) => sum + share, 0)
}
