const WORDS_CHARACTERS = 600

/** The words of somebody's page as everybody may read them: without mail addresses (whose they are, nobody asked), and cut. */
export function wordsToShow(words: string): string {
  const plain = words.replace(/[^\s<>()]+@[^\s<>()]+\.[^\s<>()]+/gu, '…').trim()
  const characters = [...plain]
  return characters.length <= WORDS_CHARACTERS ? plain : `${characters.slice(0, WORDS_CHARACTERS).join('')}…`
}
