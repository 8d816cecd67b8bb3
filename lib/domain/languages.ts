/** Languages most outlets publish in; any other is named by its code (BCP 47). */
export const COMMON_LANGUAGES: readonly string[] = (
  'en de fr es it pt pt-BR nl sv nb da fi pl cs sk hu ro bg hr sl sr el tr uk ru lt lv et ' +
  'ar he fa hi bn ur id ms th vi tl ja ko zh-Hans zh-Hant'
).split(' ')

type LanguageAnswer = { ok: true; code: string | null } | { ok: false; error: string }

const CODE_MAX_CHARACTERS = 35

/** Reads a language as a person gives it: "German", "de" or "de-AT". Nothing typed is no language. The error is a sentence. */
export function readLanguage(typed: string): LanguageAnswer {
  const text = typed.trim()
  if (text === '') return { ok: true, code: null }
  const named = COMMON_LANGUAGES.find((code) => languageName(code).toLowerCase() === text.toLowerCase())
  if (named) return { ok: true, code: named }
  const code = text.length > CODE_MAX_CHARACTERS ? null : canonical(text.replaceAll('_', '-'))
  if (code && (names.of(code) ?? code) !== code) return { ok: true, code }
  return {
    ok: false,
    error: 'That language is not known. Write its name in English, or its code, like de or pt-BR.',
  }
}

/** "pt-BR" is "Brazilian Portuguese". A code nobody knows stays as it is. */
export function languageName(code: string): string {
  const known = canonical(code)
  return (known && names.of(known)) || code
}

const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

function canonical(code: string): string | null {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null
  } catch {
    return null
  }
}
