export type LetterKind = 'written anew' | 'copies of each other'

const WORDS = 4_000
const SHOP_PARAGRAPHS = 20
const BEGINNINGS =
  'ba be bi bo bu da de di do du fa fe fi ka ke ki ko la le li lo ma me mi mo na ne ni no pa'.split(' ')
const ENDINGS = 'ran rel rin ros rum sal sen sil tan tem tor van ver vil wan wen zar zel bon bur'.split(' ')

/**
 * Letters of 90 to 130 words, one after the other, the same each time. Written anew: words as frequent as they are in a
 * language, and in every third letter one of twenty paragraphs about the shop. Copies: made of sixty sentences.
 */
export function lettersOf(kind: LetterKind): () => string {
  const roll = numbers(20_260_506)
  const word = () => wordNo(Math.floor(WORDS ** roll()) - 1)
  const sentence = (words: number) => `${Array.from({ length: words }, word).join(' ')}.`
  const sentences = (count: number) =>
    Array.from({ length: count }, () => sentence(8 + Math.floor(roll() * 9))).join(' ')
  const paragraphs = Array.from({ length: SHOP_PARAGRAPHS }, () => sentences(3))
  const stock = Array.from({ length: 60 }, () => sentence(12))
  const one = (list: readonly string[]) => list[Math.floor(roll() * list.length)] ?? ''
  return () => {
    const text =
      kind === 'written anew'
        ? `${sentences(6)}\n\n${roll() < 1 / 3 ? one(paragraphs) : sentences(3)}`
        : Array.from({ length: 9 }, () => one(stock)).join(' ')
    return `Hi Maria,\n\nI read your post about the ferry.\n\n${text}\n\nIf you would rather not hear from me, tell me.\n\nAna Silva\nSailcloth Bags`
  }
}

function wordNo(n: number): string {
  const [first, rest] = [n % BEGINNINGS.length, Math.floor(n / BEGINNINGS.length)]
  const [second, third] = [rest % ENDINGS.length, Math.floor(rest / ENDINGS.length)]
  return `${third > 0 ? (BEGINNINGS[third] ?? '') : ''}${BEGINNINGS[first] ?? ''}${ENDINGS[second] ?? ''}`
}

/** Numbers from 0 to below 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
