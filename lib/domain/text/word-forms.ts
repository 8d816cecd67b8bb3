const IRREGULAR: readonly (readonly [string, string])[] = [
  ['child', 'children'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['man', 'men'],
  ['mouse', 'mice'],
  ['person', 'people'],
  ['tooth', 'teeth'],
  ['woman', 'women'],
]
// Their "s" is no plural.
const NEVER_PLURAL = new Set(['always', 'gas', 'lens', 'news', 'perhaps', 'series', 'species', 'this', 'yes'])

/**
 * The word and its singular and plural forms, by the regular English endings and the usual irregular words.
 * Too many rather than too few: a form that is no word matches nothing.
 */
export function formsOf(word: string): string[] {
  const base = word.replace(/'s?$/, '')
  const forms = new Set([base, ...pluralsOf(base), ...singularsOf(base)])
  for (const [one, many] of IRREGULAR) {
    for (const [from, to] of [
      [one, many],
      [many, one],
    ] as const) {
      if (base === from || (base.endsWith(from) && from.length > 3))
        forms.add(base.slice(0, -from.length) + to)
    }
  }
  return [...forms]
}

function pluralsOf(word: string): string[] {
  if (word.length < 2) return []
  const plurals = [`${word}s`]
  if (/(?:s|x|z|ch|sh|o)$/.test(word)) plurals.push(`${word}es`)
  if (/[^aeiou]y$/.test(word)) plurals.push(`${word.slice(0, -1)}ies`)
  if (/fe?$/.test(word)) plurals.push(word.replace(/fe?$/, 'ves'))
  return plurals
}

function singularsOf(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word) || NEVER_PLURAL.has(word))
    return []
  const singulars = [word.slice(0, -1)]
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) singulars.push(word.slice(0, -2))
  if (word.endsWith('ies')) singulars.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('ves')) singulars.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`)
  return singulars
}
