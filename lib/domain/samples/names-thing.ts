import { foldText, withoutAccents } from '../text/fold-text.ts'

const SHORTEST_NAME = 4

/** Whether a text calls a thing by its whole name, however it is spelt as to case, accents and signs between words. */
export function namesThing(text: string, name: string): boolean {
  const wanted = bare(name)
  return wanted.length >= SHORTEST_NAME && ` ${bare(text)} `.includes(` ${wanted} `)
}

function bare(text: string): string {
  return withoutAccents(foldText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
